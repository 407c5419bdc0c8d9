"""The whole story on one page: files → articles → documents → readings → a world → the exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path

from kg.analytics.analysis import Survey
from kg.cache.readings import Readings
from kg.cache.version import extraction_version
from kg.errors import ArticleError, GraphError
from kg.export.analysis import export_analysis
from kg.export.description import export_description
from kg.export.graphml import export_graphml
from kg.export.leftovers import digests_of, told_left_over
from kg.export.nquads import export_nquads, export_packed_nquads
from kg.export.page import export_page
from kg.export.trig import export_trig
from kg.export.turtle import export_turtle
from kg.extract import read_statements
from kg.files import check_writable, written_together
from kg.garbage import no_search_for_garbage, set_aside
from kg.graph.build import Graphs
from kg.graph.store import save_store
from kg.language.document import Document
from kg.language.lexicon import load_lexicon
from kg.model import Article, Decision, Reading, World
from kg.read.decisions import read_decisions
from kg.read.doubts import doubts_about
from kg.read.files import find_articles, overlooked, read_articles
from kg.read.misnamed_keys import told_misnamed
from kg.resolve.dating import date_articles
from kg.resolve.world import resolve_world

Progress = Callable[[int, int], None]

ASKED = {"ttl": export_turtle, "trig": export_trig}
OF_GRAPHS = {**ASKED, "nq": export_nquads, "nq.gz": export_packed_nquads}
OF_SURVEY = {"graphml": export_graphml, "html": export_page, "analysis": export_analysis}
OF_FILES = {"void": export_description}
"""Formats, by what they are made of, and what writes them; of those that are asked, a store is kept."""
FILES = {"analysis": "analysis.json", "void": "void.ttl"}
"""Formats whose file is not called graph and by its format."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: articles read and skipped, what the graph holds, the files written, what could not be kept."""

    articles: int
    skipped: tuple[ArticleError, ...]
    counts: Mapping[str, int]
    written: tuple[Path, ...]
    notes: tuple[str, ...] = ()
    decisions: int = 0


def build(
    paths: Sequence[Path],
    out: Path,
    formats: Sequence[str],
    *,
    strict: bool = False,
    decisions: Path | None = None,
    language_model: str | None = None,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles that the paths name and write the graph of exactly these; what was read before is not read again.

    `decisions` is a file of what people decided on who is who.

    Raises:
        ArticleError: an article cannot be read and `strict` is set, or none can be read.
        DecisionError: the decisions cannot be read, or contradict each other.
        GraphError: nothing can be written to `out`.
    """
    check_writable(out)
    decided = read_decisions(decisions) if decisions else ()
    skipped: list[ArticleError] = []
    articles = list(_readable(paths, skipped, strict))
    beside = list(overlooked(paths, out))
    if not articles:
        raise ArticleError(_nothing_read([*skipped, *beside]))
    kept = _kept_readings(out, language_model)
    world = build_world(articles, decided, language_model=language_model, progress=progress, kept=kept)
    before = digests_of(out)
    written = export_world(world, out, formats)
    unheeded = (f"decision not followed: {complaint}" for complaint in world.unheeded)
    odd = (*told_misnamed(find_articles(paths)), *doubts_about(articles))
    old = told_left_over(out, written, before)
    notes = (*beside, *odd, *unheeded, *old, *_swept(kept), *_stored(out, formats))
    return BuildReport(len(articles), tuple(skipped), counts_of(world), written, notes, len(decided))


def _kept_readings(out: Path, language_model: str | None) -> Readings | None:
    version = extraction_version(language_model)
    return None if version is None else Readings(out, version)


def _swept(kept: Readings | None) -> Iterator[str]:
    """Tidy up what is kept, and say why nothing is where that is so."""
    if kept is not None:
        kept.sweep()
        if kept.failure:
            yield kept.failure


def _stored(out: Path, formats: Sequence[str]) -> Iterator[str]:
    """Keep the graph ready for questions, and say so where it cannot be kept: its files tell the same."""
    if ASKED.keys() & set(formats):
        try:
            save_store(out)
        except GraphError as error:
            yield str(error)


def _readable(paths: Sequence[Path], skipped: list[ArticleError], strict: bool) -> Iterator[Article]:
    for found in read_articles(paths):
        if isinstance(found, Article):
            yield found
        elif strict:
            raise found
        else:
            skipped.append(found)


def _nothing_read(reasons: Sequence[object]) -> str:
    return "; ".join(map(str, reasons)) or "no article was named; name a file or a folder of *.txt"


def build_world(
    articles: Sequence[Article],
    decisions: Sequence[Decision] = (),
    *,
    language_model: str | None = None,
    progress: Progress | None = None,
    kept: Readings | None = None,
) -> World:
    """What the articles tell, resolved; undated ones once more where the others tell their date."""
    readings = list(set_aside(read_all(articles, language_model, progress, kept)))
    reread = _reader(language_model, kept)
    dated = date_articles(readings, load_lexicon(), reread, decisions)
    return resolve_world(dated, load_lexicon(), decisions)


def read_all(
    articles: Sequence[Article],
    language_model: str | None = None,
    progress: Progress | None = None,
    kept: Readings | None = None,
) -> Iterator[Reading]:
    """What each article says, one by one."""
    read = _reader(language_model, kept)
    for done, article in enumerate(articles, start=1):
        yield read(article)
        if progress is not None:
            progress(done, len(articles))


def read_document(text: str, language_model: str | None = None) -> Document:
    """The sentences and trees of a text; the language model is loaded for the first text that needs it."""
    document: Document = import_module("kg.language.pipeline").read_document(text, language_model)
    return document


def _reader(language_model: str | None, kept: Readings | None) -> Callable[[Article], Reading]:
    """Reads articles; one that comes again at once, under another date, is not parsed anew."""
    parsed = lru_cache(maxsize=1)(partial(read_document, language_model=language_model))

    def read(article: Article) -> Reading:
        return read_statements(article, parsed(article.text), load_lexicon())

    return read if kept is None else kept.remembering(read)


@no_search_for_garbage()
def export_world(world: World, out: Path, formats: Sequence[str]) -> tuple[Path, ...]:
    """Write the graph in each of the formats; all files appear, each of them whole, or none does."""
    written: list[Path] = []
    graphs, survey = Graphs(world), Survey(world)
    with written_together(out) as beside:
        for name in sorted(dict.fromkeys(formats), key=OF_FILES.__contains__):
            path = beside / FILES.get(name, f"graph.{name}")
            if name in OF_GRAPHS:
                OF_GRAPHS[name](graphs, path)
            elif name in OF_FILES:
                OF_FILES[name](graphs, path, written)
            else:
                OF_SURVEY[name](survey, path)
            written.append(path)
    return tuple(out / path.name for path in written)


def counts_of(world: World) -> dict[str, int]:
    """How many things of each kind the graph holds."""
    counts: dict[str, int] = {}
    for entity in world.entities:
        counts[entity.kind.value] = counts.get(entity.kind.value, 0) + 1
    for event in world.events:
        counts[event.kind] = counts.get(event.kind, 0) + 1
    counts["Claim"], counts["Conflict"] = len(world.claims), len(world.conflicts)
    return dict(sorted(counts.items()))
