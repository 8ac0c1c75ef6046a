#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL that only it can reach: tests/postgresql.sh make test
# TEST_POSTGRESQL names the server for the command. Server and folder are gone afterwards; even
# kill -9 leaves no server. Where none can be started the command runs alone, and its tests skip.
set -uo pipefail

folder=$(mktemp -d /tmp/loa.XXXXXX) # short, as the name of a socket must be
server='' command=''

stop() {
    trap - EXIT INT TERM HUP
    for process in $command $server; do # SIGINT tells the server to drop its clients
        kill -s "$([ "$process" = "$server" ] && echo INT || echo TERM)" "$process" 2>/dev/null
        wait "$process"
    done
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

programs() {
    local newest=(/usr/lib/postgresql/*/bin) # where Debian has them, outside of PATH
    dirname "$(readlink -f "$(command -v initdb || echo "${newest[-1]}/initdb")")"
}

# The server refuses to run as root, and ends by itself when this script does.
unprivileged() {
    if [ "$(id -u)" = 0 ]; then
        exec setpriv --reuid=postgres --regid=postgres --clear-groups --pdeathsig=INT "$@"
    fi
    exec setpriv --pdeathsig=INT "$@"
}

start() {
    local bin
    bin=$(programs) && [ -x "$bin/initdb" ] || return
    [ "$(id -u)" != 0 ] || chown postgres "$folder" || return
    (unprivileged "$bin/initdb" --pgdata="$folder/data" --username=loa --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync) || return
    (unprivileged "$bin/postgres" -D "$folder/data" -c listen_addresses= \
        -c unix_socket_directories="$folder" -c fsync=off -c full_page_writes=off) &
    server=$!
    for _ in {1..300}; do
        "$bin/pg_isready" --quiet --host="$folder" && return
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    return 1
}

if start >"$folder/log" 2>&1; then
    export TEST_POSTGRESQL="postgresql://loa@/postgres?host=$folder"
else
    echo "notice: no PostgreSQL could be started here, so the tests on it will skip" >&2
fi
"$@" &
command=$!
wait "$command"
status=$?
command=''
exit "$status"
