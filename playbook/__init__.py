"""Accountability Playbook: an organisation's standards and consequence ladder as a handbook."""

__all__: list[str] = []
