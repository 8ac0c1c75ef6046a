"""The chat page for whoever speaks to many groups: styles, files, forwarding, links, troubles."""

import base64
import json
from collections.abc import Callable

import pytest

from sandbox import topics
from tests.sandbox.chromium import PATH
from tests.sandbox.scenes import Scene
from tests.sandbox.test_content import png

pytestmark = pytest.mark.skipif(PATH is None, reason="Chromium is not installed")


async def choose_file(scene: Scene, name: str, kind: str, data: bytes) -> None:
    """Choose a file as the dialog of the browser would."""
    await scene.tab.run(
        f"""(() => {{
            const bytes = Uint8Array.from(atob("{base64.b64encode(data).decode()}"),
                (letter) => letter.charCodeAt(0));
            const chosen = new DataTransfer();
            chosen.items.add(new File([bytes], "{name}", {{ type: "{kind}" }}));
            const field = document.getElementById("file");
            field.files = chosen.files;
            field.dispatchEvent(new Event("change"));
        }})()"""
    )


MARKED = [
    ("**Hạn** 14/3", "Hạn 14/3", [("bold", 0, 3)]),
    ("😀 __trước__ **15/3**!", "😀 trước 15/3!", [("italic", 3, 5), ("bold", 9, 4)]),
    ("**a __b__ c**", "a b c", [("italic", 2, 1), ("bold", 0, 5)]),
    ("`x ** y`", "x ** y", [("code", 0, 6)]),
    ("a__b__c, 2**3**4, ** đ **", "a__b__c, 2**3**4, ** đ **", []),
    ("[kế hoạch](https://a.vn/x) mới", "kế hoạch mới", [("text_link", 0, 8)]),
    ("**chưa xong", "**chưa xong", []),
]


async def test_signs_become_styles(scene: Scene) -> None:
    for source, text, entities in MARKED:
        read = await scene.tab.run(
            f"import('/page/marks.js').then(({{ readMarks }}) => readMarks({json.dumps(source)}))"
        )
        found = [(each["type"], each["offset"], each["length"]) for each in read["entities"]]
        assert (read["text"], found) == (text, entities)


async def test_styled_text_is_sent_and_shown(scene: Scene) -> None:
    tab = scene.tab
    await tab.run("document.getElementById('text').focus()")
    await tab.type("THÔNG BÁO")
    await tab.run("document.getElementById('text').select()")
    await tab.key("b", ctrl=True)
    assert await tab.run("document.getElementById('text').value") == "**THÔNG BÁO**"
    await tab.key("Enter")
    await tab.until("document.querySelector('.text strong')?.textContent === 'THÔNG BÁO'")
    (message,) = scene.sandbox.world.messages(scene.group)
    assert message.entities == [{"type": "bold", "offset": 0, "length": 9}]


async def test_a_text_that_is_too_long_goes_in_two_messages(scene: Scene) -> None:
    await scene.say("**" + "ế " * 2500 + "hết**")
    await scene.shown("ế " * 452 + "hết")
    first, second = scene.sandbox.world.messages(scene.group)
    assert (first.text, first.entities[0]["length"]) == ("ế " * 2048, 4096)
    assert (len(second.text), second.entities[0]["length"]) == (907, 907)


async def test_a_picture_and_a_document_are_sent_with_a_caption(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    await scene.open(scene.private)
    await choose_file(scene, "hoi-thao.png", "image/png", png(30, 20))
    await tab.until("!document.getElementById('attachment').hidden")
    await scene.say("**Hội thao**")
    await tab.until("document.querySelector('img.media')?.naturalWidth === 30")
    await choose_file(scene, "ke-hoach.txt", "text/plain", "Kế hoạch".encode())
    await tab.until("!document.getElementById('attachment').hidden")
    await scene.say("")
    await tab.until("document.querySelector('a[download]')?.textContent === 'ke-hoach.txt'")
    photo, document = [each for each in world.messages(scene.private) if not each.sender.is_bot]
    assert (photo.content["photo"][0]["width"], photo.text) == (30, "Hội thao")
    assert photo.entities == [{"type": "bold", "offset": 0, "length": 8}]
    assert document.content["document"]["file_size"] == len("Kế hoạch".encode())


async def test_a_message_is_forwarded_into_a_private_chat(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    world.post(scene.group, scene.leader, "Mai họp")
    await scene.shown("Mai họp")
    await tab.run("document.querySelector('.pass').click()")
    await tab.run("document.getElementById('picker-filter').focus()")
    await tab.type("chi a")
    await tab.until("document.querySelectorAll('[data-pick]').length === 1")
    await tab.run("document.querySelector('[data-pick]').click()")
    await tab.until("document.querySelector('.origin')?.textContent === 'Chuyển tiếp từ Tổ trưởng'")
    message = world.messages(scene.private)[0]
    assert (message.sender, message.text) == (scene.member, "Mai họp")


async def test_a_link_to_the_bot_starts_it_for_the_person_who_writes(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    world.post(scene.group, scene.leader, "Bấm https://t.me/HTX_bot?start=moi-1 nhé")
    await tab.until("document.querySelector('.text a')")
    await tab.run(
        f"""(() => {{
            const person = document.getElementById("person");
            person.value = "{scene.leader.id}";
            person.dispatchEvent(new Event("change"));
            document.querySelector(".text a").click();
        }})()"""
    )
    await scene.shown("/start moi-1")
    assert world.messages(world.private_chat(scene.leader))[0].text == "/start moi-1"
    assert await tab.run("document.getElementById('head-title').textContent") == "Loa · Tổ trưởng"


async def test_a_link_to_the_bot_adds_it_to_a_group(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    new = world.add_group("HTX mới", members=[scene.member], bots=())
    keys = {
        "inline_keyboard": [
            [{"text": "Thêm", "url": "https://t.me/htx_bot?startgroup=x&admin=pin_messages"}]
        ]
    }
    world.record(scene.private, scene.sandbox.bot.user, {"text": "Mời"}, markup=keys)
    await scene.open(scene.private)
    await tab.until("document.querySelector('.key')")
    await tab.run("document.querySelector('.key').click()")
    await tab.until("document.getElementById('picker').open")
    await tab.run(f"""document.querySelector('[data-pick="{new.id}"]').click()""")
    await scene.shown("/start@htx_bot x")
    member = new.members[scene.sandbox.bot.id]
    assert (member.status, set(member.rights)) == ("administrator", {"can_pin_messages"})


async def test_one_of_hundreds_of_chats_is_found(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    groups = [world.add_group(f"HTX số {n}", members=[scene.member]) for n in range(300)]
    await tab.until("document.querySelectorAll('.chat').length === 303")
    titles = "[...document.querySelectorAll('.chats .title')].map(e => e.textContent)"
    assert (await tab.run(titles))[0] == "Loa · Chị A"
    await tab.run("document.getElementById('filter').focus()")
    await tab.type("so 299")
    await tab.until(f"({titles}).length === 1")
    world.post(groups[299], scene.member, "chào")
    await tab.until("document.querySelector('.unread')?.textContent === '1'")
    assert await tab.run(titles) == ["HTX số 299"]


async def test_what_is_pinned_is_shown_as_it_reads_by_now(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    message = world.record(scene.group, scene.sandbox.bot.user, {"text": "Hạn 15/3"})
    pinned = "document.getElementById('pinned')"
    assert await tab.run(f"{pinned}.hidden")
    world.pin(message)
    await tab.until(f"{pinned}.innerText.trim() === 'Tin đã ghim Loa: Hạn 15/3'")
    message.content = {"text": "Hạn 14/3"}
    world.edited(message)
    await tab.until(f"{pinned}.innerText.trim() === 'Tin đã ghim Loa: Hạn 14/3'")
    world.delete(message)
    await tab.until(f"{pinned}.hidden")
    assert await tab.run("document.querySelector('.message')") is None


async def act(scene: Scene, word: str) -> None:
    """Choose a trouble from the panel."""
    button = f"document.querySelector('[data-act={word}]')"
    await scene.tab.run("document.getElementById('machine-open').click()")
    await scene.tab.until(button)
    await scene.tab.run(f"{button}.click()")


async def test_the_bot_is_muted_removed_and_made_to_wait(scene: Scene) -> None:
    tab, sandbox = scene.tab, scene.sandbox

    def is_now(status: str) -> Callable[[], bool]:
        return lambda: scene.group.members[sandbox.bot.id].status == status

    for word, status in (
        ("mute", "restricted"),
        ("unmute", "member"),
        ("promote", "administrator"),
        ("botOut", "kicked"),
        ("botIn", "member"),
    ):
        await act(scene, word)
        await sandbox.wait_for(is_now(status))
    await act(scene, "flood")
    await tab.until("document.querySelector('.toast')")
    assert sandbox.world.faults.hit("sendphoto", scene.group.id) is not None
    await act(scene, "migrate")
    await sandbox.wait_for(lambda: scene.group.migrated_to)
    await tab.until(f"document.querySelector('[data-chat=\"{scene.group.migrated_to}\"]')")


async def test_a_topic_is_closed(scene: Scene) -> None:
    world = scene.sandbox.world
    forum = world.add_group("Diễn đàn", forum=True, members=[scene.member], admins=[scene.leader])
    topic = topics.create(world, forum, scene.leader, "Hạn nộp")
    await scene.tab.until("document.querySelectorAll('.chat').length === 4")
    await scene.open(forum)
    await act(scene, "closeTopic")
    await scene.sandbox.wait_for(lambda: forum.general_closed)
    await scene.tab.run(
        f"""(() => {{
            const field = document.getElementById("topic");
            field.value = "{topic.id}";
            field.dispatchEvent(new Event("change"));
        }})()"""
    )
    await act(scene, "closeTopic")
    await scene.sandbox.wait_for(lambda: topic.closed)
