"""Views: what one page shows, built from the handbook; templates get these and decide nothing."""

__all__: list[str] = []
