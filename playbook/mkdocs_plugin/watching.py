"""Notice every edit of an author while a preview runs, in folders that are new as well."""

from __future__ import annotations

from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.events import DirCreatedEvent, FileCreatedEvent, FileSystemEventHandler

from playbook.project import Project

__all__ = ["watch_project"]


def watch_project(server: LiveReloadServer, project: Project) -> None:
    """Rebuild on any change below content/, templates/ and site_config/.

    A folder that is made later is watched from then on; the first edit after that is seen.
    """
    folders = {project.content, project.templates, project.site_config}
    newcomers = _NewFolders(server, {folder for folder in folders if not folder.is_dir()})
    for folder in sorted(folders - newcomers.awaited):
        server.watch(str(folder))
    if newcomers.awaited:
        server.observer.schedule(newcomers, str(project.root), recursive=False)


class _NewFolders(FileSystemEventHandler):
    """Waits for folders that are not there yet."""

    def __init__(self, server: LiveReloadServer, awaited: set[Path]) -> None:
        self.server = server
        self.awaited = awaited

    def on_created(self, event: DirCreatedEvent | FileCreatedEvent) -> None:
        """Watch a folder of ours as soon as it is there."""
        folder = Path(str(event.src_path))
        if event.is_directory and folder in self.awaited:
            self.awaited.discard(folder)
            self.server.watch(str(folder))
