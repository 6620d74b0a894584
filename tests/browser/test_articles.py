"""Articles in a real browser: the list, the marks in a text, deep links, and texts that would do harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

import loaders
from tests.browser.conftest import OpenWindow
from tests.browser.server import running_dashboard
from tests.browser.visits import Visit

PHONE = (390, 844)
READER = ".reader"
ARTICLE = "jenin-incursion-over"
FIGURE = "Up to 3,000"  # stands far below the first screen

# What stands in an article's sentence, title and source, each in an article of its own.
HOSTILE = {
    "script": "<script>window.__ran = 1; alert(1)</script>",
    "handler": "<img src=x onerror='window.__ran = 1'><svg onload='window.__ran = 1'></svg>",
    "outside": "<iframe src='https://outside.example/'></iframe><img src='//outside.example/i.png'>",
    "leaving": "</span></a></div></body><h1>Other</h1><style>* { display: none }</style>",
    "attribute": "\" onmouseover=\"window.__ran = 1\" ' autofocus onfocus='window.__ran = 1' tabindex='0",
    "link": "<a href='javascript:window.__ran = 1'>x</a> [y](javascript:alert(1)) ![z](https://outside.example/z)",
    "entities": "&lt;script&gt; &amp;amp; &#60;b&#62; &nbsp; &copy",
    "comment": "<!-- hidden --> <![CDATA[ x ]]> <?php echo 1 ?> --> <plaintext>",
    "markdown": "**bold** _slant_ # head `code` | a | b | ~~gone~~ > said - [ ] done",
    "latex": "$e = mc^2$ $$\\href{javascript:alert(1)}{x}$$ \\(a\\) \\$",
    "directives": ":red[x] :blue-background[y] :material/home: :smile: :streamlit: :small[z]",
    "templates": "{place_id} ${1 + 1} {{ 1 + 1 }} %{customdata[0]} <%= 1 %> %s %(x)s",
    "controls": "bell\x07 escape\x1b[31m red delete\x7f c1\x9b.",
    "turning": "right\u202eto left\u202c and \u2066isolated\u2069 \u2067and\u2069 \u202dover\u202c.",
    "unseen": "zero\u200bwidth, soft\u00adhyphen, mark\u200f.",
    "scripts": "العربية and עברית beside 漢字, e\u0301, 👩‍👩‍👧.",
}
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
AS_READ = """nodes => nodes.map(node => {
    const words = node.cloneNode(true);
    words.querySelectorAll('.label, .card').forEach(added => added.remove());
    return words.textContent;
})"""
# Elements that the page never makes of an article, and attributes that would run something.
STRANGE = """root => [...root.querySelectorAll('*')].filter(node =>
        !['A', 'B', 'DIV', 'SMALL', 'SPAN'].includes(node.tagName)
        || [...node.attributes].some(one => one.name.startsWith('on') || one.name === 'src')
        || (node.tagName === 'A' && !node.getAttribute('href').startsWith('/')))
    .map(node => node.outerHTML.slice(0, 200))"""


def claim_of(words: str, folder: Path | None = None) -> str:
    """The claim_id of the figure of these words."""
    claims = loaders.load(*([folder] if folder else [])).claims
    return str(claims.loc[claims["quote"] == words, "claim_id"].item())


def shown_as(text: str) -> str:
    """A text with a visible character for each that has none or turns those after it."""
    unseen = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"]
    return text.translate(str.maketrans(dict.fromkeys([*unseen, *TURNING], "\ufffd")))


def sentence_of(hostile: str) -> str:
    said = "on Monday, the Palestinian Health Ministry said"
    return f"In Jenin, troops killed seven Palestinians {hostile} {said}.\n\n{hostile}"


@pytest.fixture(scope="module")
def hostile_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a digest for each of `HOSTILE`, which stands in its text, its title and its source."""
    folder = tmp_path_factory.mktemp("articles")
    for name, hostile in HOSTILE.items():
        said = "\n".join(
            f"{key}: Before {hostile} after" for key in ("title", "outlet", "agency", "original")
        )
        front = f"---\nid: {name}\npublished: 2023-07-04\n{said}\n---\n"
        (folder / f"{name}.txt").write_text(front + sentence_of(hostile), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def hostile_dashboard(hostile_articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("server") / "server.log"
    with running_dashboard(log, hostile_articles) as address:
        yield address


def assert_nothing_ran(visit: Visit) -> None:
    assert visit.page.evaluate("() => window.__ran") is None
    assert visit.complaints == []
    assert visit.outside_requests == []


def hearing_dialogs(visit: Visit) -> Visit:
    def hear(dialog: object) -> None:
        visit.complaints.append(f"dialog: {dialog}")

    visit.page.on("dialog", hear)
    return visit


@pytest.mark.parametrize("name", HOSTILE)
def test_an_article_is_shown_as_its_characters(
    name: str, hostile_articles: Path, hostile_dashboard: str, open_window: OpenWindow
) -> None:
    text = loaders.load(hostile_articles / f"{name}.txt").texts[name]
    visit = hearing_dialogs(open_window(hostile_dashboard))
    visit.open(f"/articles?article={name}")
    reader = visit.page.locator(READER)
    assert reader.locator(".words").evaluate_all(AS_READ) == [shown_as(text)]
    assert reader.evaluate(STRANGE) == []

    mark = reader.locator(".figure .mark").first
    mark.hover()
    expect(reader.locator(".card:visible")).to_contain_text("Palestinian Health Ministry")
    selected = reader.evaluate("node => (getSelection().selectAllChildren(node), getSelection().toString())")
    assert "seven Palestinians" in selected
    assert "Palestinian Health Ministry" in selected  # of the text
    assert "Low to high" not in selected  # of the card
    assert shown_as(f"Before {HOSTILE[name]} after") in visit.page.locator(".article-head").inner_text()
    assert_nothing_ran(visit)


def test_the_list_and_the_chart_show_every_title_as_its_characters(
    hostile_dashboard: str, open_window: OpenWindow
) -> None:
    visit = hearing_dialogs(open_window(hostile_dashboard))
    visit.open("/articles")
    rows = visit.page.locator(".articles tbody tr")
    assert rows.count() == len(HOSTILE)
    links = rows.locator("a")
    assert sorted(links.all_text_contents()) == sorted(
        shown_as(f"Before {hostile} after") for hostile in HOSTILE.values()
    )
    assert rows.locator("img, script, iframe, svg, h1, style, mark, code, strong").count() == 0
    assert_nothing_ran(visit)


@pytest.mark.parametrize(
    "query", ["article=<script>window.__ran=1</script>", "article=script&claim=<img src=x>"]
)
def test_an_address_is_text_too(query: str, hostile_dashboard: str, open_window: OpenWindow) -> None:
    visit = hearing_dialogs(open_window(hostile_dashboard))
    visit.open(f"/articles?{query}")
    expect(visit.page.locator(".note").first).to_contain_text(
        query.rpartition("=<")[2].rpartition("=")[2][-8:]
    )
    assert_nothing_ran(visit)


def test_a_copied_link_opens_a_cold_server_at_the_mark(fresh_dashboard: str, open_window: OpenWindow) -> None:
    path = f"/articles?article={ARTICLE}&claim={claim_of(FIGURE)}"
    visit = open_window(fresh_dashboard)
    visit.open(path)
    mark = visit.page.locator(f"{READER} .asked > .mark")
    expect(mark).to_have_text(FIGURE)
    expect(mark).to_be_in_viewport()
    expect(mark).to_be_focused()
    expect(visit.page.locator(f"{READER} .asked > .card")).to_be_visible()
    assert visit.page.locator(f"{READER} .asked").count() == 1
    assert visit.page.url == fresh_dashboard + path
    assert visit.complaints == []
    assert visit.outside_requests == []


def test_a_row_opens_its_article_and_the_way_back_keeps_the_search(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open("/articles?search=tanks")
    row = visit.page.locator(".articles tbody tr")
    expect(row).to_have_count(1)
    row.click()  # anywhere in it: its link is as large as the row
    expect(visit.page.locator(READER)).to_contain_text("Katz")
    assert visit.page.url.endswith("/articles?article=west-bank-tanks")
    visit.page.go_back()
    expect(visit.page.get_by_label("Search titles and texts")).to_have_value("tanks")
    expect(row).to_have_count(1)


@pytest.mark.parametrize("size", [(1440, 900), PHONE])
def test_the_menu_leads_back_to_the_list(
    size: tuple[int, int], dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, size)
    visit.open(f"/articles?article={ARTICLE}")
    menu = visit.page.get_by_role("link", name="Articles", exact=True)
    if size == PHONE:
        visit.page.get_by_test_id("stExpandSidebarButton").click()
    menu.click()
    expect(visit.page.locator(".articles tbody tr").first).to_be_visible()
    assert "article=" not in visit.page.url
    visit.page.go_back()
    expect(visit.page.locator(READER)).to_be_visible()


SAID = (
    "The raid on Jenin goes on. The army said that all of the 12 Palestinians killed in Jenin since Monday "
    "were combatants. The Palestinian Health Ministry did not say how many of the dead were civilians."
)


def test_a_statement_leads_to_what_others_say_and_back_to_its_place(
    tmp_path: Path, open_window: OpenWindow
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    filler = "Nothing more was said that day.\n\n" * 60
    (folder / "one.txt").write_text(f"---\npublished: 2023-07-05\noriginal: x\n---\n{filler}{SAID}")
    statements = loaders.load(folder).statements
    sought = statements[statements["position"] == "combatants"].iloc[0]
    with running_dashboard(tmp_path / "server.log", folder) as address:
        visit = open_window(address)
        visit.open(f"/articles?article={sought['article_id']}&claim={sought['statement_id']}")
        parts = visit.page.locator(f"{READER} .asked > .mark")
        assert (
            "".join(parts.all_text_contents()) == sought["quote"]
        )  # the figure within it is a part of its own
        expect(parts.first).to_be_focused()
        expect(parts.first).to_be_in_viewport()
        card = visit.page.locator(f"{READER} .card:visible")
        expect(card).to_contain_text("Who the dead were")
        expect(card).to_contain_text("speaks of combatants")
        visit.page.keyboard.press("Tab")
        expect(card).to_contain_text("Killed")  # of the figure,
        expect(card).to_contain_text("speaks of combatants")  # and of the statement that holds it
        parts.first.click()
        visit.page.wait_for_url("**/disagreement?told=2023-07*")
        visit.wait_until_idle()
        shown = visit.page.locator("ul.claims li", has_text="speaks of combatants")
        shown.get_by_role("link", name="Read it in the article").click()
        visit.page.wait_for_url(f"**claim={sought['statement_id']}")
        expect(parts.first).to_be_focused()
        assert visit.complaints == []


def test_the_keyboard_goes_from_figure_to_figure_and_to_the_chart(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard)
    visit.open(f"/articles?article={ARTICLE}&claim={claim_of(FIGURE)}")
    expect(visit.page.locator(f"{READER} .asked > .mark")).to_be_focused()
    visit.page.keyboard.press("Tab")
    focused = visit.page.locator(f"{READER} .mark:focus")
    expect(focused).to_have_text("roughly 17,000 residents")
    card = visit.page.locator(f"{READER} .card:visible")
    expect(card).to_have_count(1)
    expect(card).to_contain_text("Residents")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/?*measure=residents*")
    visit.wait_until_idle()
    assert visit.page.get_by_role("radio", name="Residents").is_checked()
    assert "operation=2023-07" in visit.page.url and "operation=2024-08" not in visit.page.url


def test_a_number_that_is_no_figure_tells_why(dashboard: str, open_window: OpenWindow) -> None:
    visit = open_window(dashboard)
    visit.open(f"/articles?article={ARTICLE}")
    age = visit.page.locator(f"{READER} .other", has_text="under 18")
    expect(age.locator(".label")).to_have_text("age")
    age.locator(".mark").focus()
    expect(age.locator(".card")).to_have_text("No figure: an age.")


def test_a_phone_sees_the_mark_its_card_and_no_sideways_scroll(
    dashboard: str, open_window: OpenWindow
) -> None:
    visit = open_window(dashboard, PHONE)
    visit.open(f"/articles?article={ARTICLE}&claim={claim_of(FIGURE)}")
    card = visit.page.locator(f"{READER} .asked > .card")
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    for path in (f"/articles?article={ARTICLE}", "/articles"):
        visit.open(path)
        main = visit.page.locator("[data-testid=stMain]")
        assert main.evaluate("box => box.scrollWidth <= box.clientWidth")
