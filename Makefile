# The project's everyday commands; ARGS is passed on: make demo ARGS="--port 9000 --no-browser"
run = ./uvw run --frozen

.PHONY: demo test lint format bench

demo: # the bot with a local stand-in for Telegram and a chat page; no token needed
	@$(run) --no-dev loa demo $(ARGS)

test:
	@$(run) pytest $(ARGS)

lint:
	@./uvw lock --check --quiet
	@$(run) ruff check
	@$(run) ruff format --check
	@$(run) mypy

format:
	@$(run) ruff check --fix
	@$(run) ruff format

bench:
	@$(run) --group bench python -m benchmarks $(ARGS)
