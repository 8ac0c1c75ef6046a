from hypothesis import HealthCheck, settings

# A busy machine is slow at drawing examples, too; that is nothing about what is tested.
settings.register_profile("bot", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bot")
