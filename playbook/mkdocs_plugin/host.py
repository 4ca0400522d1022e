"""Change the host's settings so that a short mkdocs.yml is enough.

What the organisation set itself stays as it is; everything else gets the handbook's value.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.theme import Theme

from playbook.engine_config import (
    FEATURES,
    MARKDOWN_EXTENSIONS,
    nav_config,
    override_dirs,
    site_address,
    theme_extra,
)
from playbook.project import Project
from playbook.site import Site
from playbook.site_settings import unfit_theme, unfit_urls

__all__ = ["adapt_links", "adapt_settings"]


def adapt_settings(config: MkDocsConfig, project: Project, site: Site, *, serving: bool) -> None:
    """Fit the host's settings to this handbook; raises ``PluginError`` for one that cannot work.

    ``serving`` is for a preview: it keeps nothing in the browser, and the host's own live reload works.
    """
    _refuse_unfit(config)
    config.site_name = config.site_name or site.name
    config.site_url = config.site_url or site_address(site)
    if config.nav is None and site.nav:
        config.nav = nav_config(site)
        # pages that somebody wrote by hand are linked from words, and an author who wants them there writes `nav:`
        config.validation.nav.omitted_files = logging.DEBUG
    for name, settings in MARKDOWN_EXTENSIONS.items():
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
        config.mdx_configs[name] = {**settings, **config.mdx_configs.get(name, {})}
    config.extra["playbook"] = theme_extra(site) | {"worker": "on" if site.offline and not serving else "off"}
    if serving:
        config.extra["playbook"]["policy"] = ""  # the host's live reload is a script inside the page
    _adapt_theme(config.theme, override_dirs(project), site)


def adapt_links(env: jinja2.Environment, names: Mapping[str, str]) -> None:
    """Let theme parts name our files plainly and link to the published name, which has a hash in it."""
    plain = env.filters["url"]

    @jinja2.pass_context
    def url(context: jinja2.runtime.Context, value: str) -> str:
        return str(plain(context, names.get(value, value)))

    env.filters["url"] = url


def _refuse_unfit(config: MkDocsConfig) -> None:
    for unfit in (unfit_urls(config.use_directory_urls), unfit_theme(config.theme.name)):
        if unfit:
            raise PluginError(". ".join(unfit))


def _adapt_theme(theme: Theme, overrides: list[Path], site: Site) -> None:
    first = 1 if theme.custom_dir else 0
    ours = [str(folder) for folder in overrides if str(folder) not in theme.dirs]
    theme.dirs[first:first] = ours
    theme["features"] = list(dict.fromkeys([*theme["features"], *FEATURES]))
    if isinstance(theme["font"], dict) and theme["font"].get("text") == "Roboto":
        theme["font"] = False  # the theme's own default is fetched from another server
    if theme["language"] == "en" and _has_language(theme, site.language):
        theme["language"] = site.language
    if not site.public:
        theme.static_templates.discard("sitemap.xml")  # a list for search engines, which are kept out


def _has_language(theme: Theme, language: str) -> bool:
    return any(Path(folder, f"partials/languages/{language}.html").is_file() for folder in theme.dirs)
