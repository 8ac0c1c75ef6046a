"""A campaign plan: its shape, and how a plan file becomes one."""
