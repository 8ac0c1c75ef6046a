"""The chat page in a real Chromium, with a small bot that answers over HTTP."""

import datetime

import aiohttp
import pytest

from tests.sandbox.chromium import PATH
from tests.sandbox.scenes import Scene

pytestmark = pytest.mark.skipif(PATH is None, reason="Chromium is not installed")

EVIL = '<img src=x onerror="document.title=1"><script>alert(1)</script> & <b>đậm</b>'


async def test_a_question_is_answered_and_a_button_pressed_by_keyboard_alone(scene: Scene) -> None:
    tab = scene.tab
    await scene.say("/lich@htx_bot 11/4")
    await scene.shown("Bạn hỏi Chị A?")
    assert (
        await tab.run("document.querySelector('.bot-said .text strong').textContent") == "Bạn hỏi"
    )
    quoted = "document.querySelector('.bot-said .quote').innerText"
    assert await tab.run(quoted) == "Chị A\n/lich@htx_bot 11/4"

    await tab.run("document.getElementById('log').focus()")
    while await tab.run("document.activeElement.textContent") != "Hai":
        await tab.key("Tab")
    await tab.key("Enter")
    await scene.shown("Hoạt động 2")
    await tab.until("document.querySelector('.toast')?.textContent === 'Đã chọn 2'")
    assert await tab.run("document.querySelectorAll('.key').length") == 0
    assert await tab.run(
        "document.querySelector('.bot-said .meta').textContent.startsWith('đã sửa')"
    )


async def test_other_people_write_and_are_told_apart(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    people = "[...document.querySelectorAll('#person option')].map(option => option.textContent)"
    assert await tab.run(people) == ["Chị A", "Tổ trưởng"]
    await scene.say("mai họp nhé")
    await tab.run(
        f"""(() => {{
            const person = document.getElementById("person");
            person.value = "{scene.leader.id}";
            person.dispatchEvent(new Event("change"));
        }})()"""
    )
    await scene.say("đồng ý")
    await scene.shown("đồng ý")
    assert [(message.sender, message.text) for message in world.messages(scene.group)] == [
        (scene.member, "mai họp nhé"),
        (scene.leader, "đồng ý"),
    ]
    whose = "[...document.querySelectorAll('.message')].map(e => e.classList.contains('mine'))"
    assert await tab.run(whose) == [False, True]
    assert await tab.run("document.querySelector('.message .sender').textContent") == "Chị A"


async def test_a_reply_quotes_and_escape_cancels_it(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    first = world.post(scene.group, scene.leader, "Hạn nộp hồ sơ?")
    await scene.shown("Hạn nộp hồ sơ?")
    await tab.run("document.querySelector('.answer').focus()")
    await tab.key("Enter")
    assert (
        await tab.run("document.getElementById('reply').innerText.trim()")
        == "Trả lời Tổ trưởng: Hạn nộp hồ sơ?"
    )
    await tab.key("Escape")
    assert await tab.run("document.getElementById('reply').hidden")
    await tab.run("document.querySelector('.answer').click()")
    await scene.say("14/3")
    await scene.shown("14/3")
    assert world.messages(scene.group)[-1].reply_to is first
    await tab.until("document.getElementById('reply').hidden")


async def test_typed_markup_is_text(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    evil = world.add_user(EVIL)
    chat = world.add_group(EVIL, members=[evil])
    keys = {"inline_keyboard": [[{"text": EVIL, "url": "javascript:alert(1)"}]]}
    world.record(
        chat,
        scene.sandbox.bot.user,
        {
            "text": EVIL,
            "entities": [
                {"type": "text_link", "offset": 0, "length": 5, "url": "javascript:alert(1)"}
            ],
        },
        markup=keys,
    )
    world.post(chat, evil, EVIL)
    await tab.until("document.querySelectorAll('.chat').length === 4")
    await scene.open(chat)
    await scene.shown(EVIL)
    count = "document.querySelectorAll('.log img, .log script, .log b, a[href^=javascript]').length"
    assert await tab.run(count) == 0
    assert await tab.run("document.getElementById('head-title').textContent") == EVIL
    assert await tab.run("document.title") != "1"


async def test_the_menu_of_commands_is_chosen_by_keyboard(scene: Scene) -> None:
    tab = scene.tab
    await scene.sandbox.wait_for(lambda: scene.sandbox.bot.commands)
    await tab.run("document.getElementById('text').focus()")
    await tab.type("/")
    options = "[...document.querySelectorAll('#menu li')].map(option => option.innerText)"
    await tab.until(f"({options}).length === 2")
    assert await tab.run(options) == ["/lich\nLịch", "/han\nHạn"]
    await tab.key("ArrowDown")
    await tab.key("Enter")
    assert await tab.run("document.getElementById('text').value") == "/han@htx_bot "
    assert await tab.run("document.getElementById('menu').hidden")


async def test_a_complete_command_is_sent_at_once_and_tab_completes_it(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    await scene.sandbox.wait_for(lambda: scene.sandbox.bot.commands)
    await tab.run("document.getElementById('text').focus()")
    await tab.type("/han")
    await tab.until("!document.getElementById('menu').hidden")
    await tab.key("Enter")
    await scene.shown("/han")
    assert world.messages(scene.group)[0].text == "/han"
    assert await tab.run("document.getElementById('menu').hidden")

    await tab.type("/han")
    await tab.until("!document.getElementById('menu').hidden")
    await tab.key("Tab")
    assert await tab.run("document.getElementById('text').value") == "/han@htx_bot "


async def test_a_menu_that_comes_after_the_command_was_sent_stays_closed(scene: Scene) -> None:
    tab = scene.tab
    await scene.sandbox.wait_for(lambda: scene.sandbox.bot.commands)
    await tab.run(
        """(() => {
            const fetched = window.fetch;
            window.fetch = async (path, ...rest) => {
                const response = await fetched(path, ...rest);
                if (!path.includes("/menu")) return response;
                const menu = await response.json();
                await new Promise((done) => (window.release = done));
                return { ok: true, json: async () => menu };
            };
        })()"""
    )
    await scene.say("/han")
    await scene.shown("/han")
    await tab.until("window.release")
    await tab.run("new Promise((done) => { window.release(); setTimeout(done, 0); })")
    assert await tab.run("document.getElementById('menu').hidden")
    assert await tab.run("document.getElementById('text').value") == ""


async def test_chats_are_switched_and_news_elsewhere_counted(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    world.post(scene.other, scene.member, "tin ở Hải Dương")
    await tab.until("document.querySelector('.unread')?.textContent === '1'")
    await tab.run("document.querySelectorAll('.chat')[1].focus()")
    await tab.key("ArrowDown")
    await tab.key("Enter")
    await scene.shown("tin ở Hải Dương")
    assert await tab.run("document.getElementById('head-title').textContent") == "HTX Hải Dương"
    assert await tab.run("document.querySelector('.unread')") is None
    await scene.open(scene.private)
    await scene.say("xin chào")
    await scene.shown("Bạn hỏi Chị A?")
    assert len(world.messages(scene.private)) == 2


async def test_the_day_is_picked(scene: Scene) -> None:
    tab = scene.tab
    assert await tab.run("document.getElementById('day-text').textContent") == "Thứ Sáu, 8/3/2024"
    await tab.run("document.getElementById('day-after').focus()")
    await tab.key("Enter")
    await tab.until("document.getElementById('day-text').textContent === 'Thứ Bảy, 9/3/2024'")
    await tab.run(
        """(() => {
            const field = document.getElementById("day-input");
            field.value = "2024-04-11";
            field.dispatchEvent(new Event("change"));
        })()"""
    )
    await tab.until("document.getElementById('day-text').textContent === 'Thứ Năm, 11/4/2024'")
    assert scene.days == [datetime.date(2024, 3, 9), datetime.date(2024, 4, 11)]
    await scene.say("chào")
    await tab.until("document.querySelector('.log .note')?.textContent === 'Thứ Năm, 11/4/2024'")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
async def test_nothing_overflows(scene: Scene, width: int) -> None:
    tab, world = scene.tab, scene.sandbox.world
    await tab.size(width, 700)
    keys = {
        "inline_keyboard": [
            [{"text": "Liên hoan văn nghệ và hội thao các hợp tác xã", "callback_data": "1"}] * 3
        ]
    }
    world.record(scene.group, scene.sandbox.bot.user, {"text": "dài" * 300}, markup=keys)
    world.post(scene.group, scene.member, "Hợp tác xã " * 60)
    await tab.until("document.querySelectorAll('.message').length === 2")
    wide = """[document.documentElement, document.getElementById("log")]
        .map(e => e.scrollWidth - e.clientWidth)"""
    assert await tab.run(wide) == [0, 0]
    outside = f"""[...document.querySelectorAll("main button, main textarea, main select, .bubble")]
        .filter(e => e.checkVisibility())
        .map(e => e.getBoundingClientRect())
        .filter(box => box.left < 0 || box.right > {width}).length"""
    assert await tab.run(outside) == 0


async def test_everything_has_a_name_for_those_who_do_not_see_it(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    world.post(scene.group, scene.leader, "Hạn nộp?")
    await scene.shown("Hạn nộp?")
    nameless = """[...document.querySelectorAll("button, a, select, textarea, input")]
        .filter(e => e.checkVisibility() && e.getAttribute("aria-hidden") !== "true")
        .filter(e => !e.getAttribute("aria-label") && !e.textContent.trim() && !e.labels?.length)
        .length"""
    assert await tab.run(nameless) == 0
    log = """["role", "aria-live", "aria-label"]
        .map(name => document.getElementById("log").getAttribute(name))"""
    assert await tab.run(log) == ["log", "polite", "Tin nhắn"]
    await tab.run("document.getElementById('language').click()")
    assert await tab.run("document.documentElement.lang") == "en"
    assert await tab.run("document.getElementById('text').placeholder") == "Write a message…"
    assert await tab.run("document.getElementById('day-text').textContent") == "Fri, 8/3/2024"


async def test_the_page_finds_its_way_back_after_the_connection_was_lost(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    scene.sandbox._stream.close()
    world.post(scene.group, scene.member, "trong lúc đó")
    await scene.shown("trong lúc đó")
    await tab.until("document.getElementById('offline').hidden")


async def test_the_page_keeps_to_its_own_files(scene: Scene) -> None:
    async with aiohttp.ClientSession() as session:
        for path, kind in (
            ("", "text/html"),
            ("page/page.js", "text/javascript"),
            ("page/style.css", "text/css"),
        ):
            async with session.get(f"{scene.sandbox.url}/{path}") as response:
                text = await response.text()
                policy = response.headers["Content-Security-Policy"]
                assert response.content_type == kind
                assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
                assert "unsafe" not in policy
                assert "style=" not in text
        async with session.get(f"{scene.sandbox.url}/page/../world.py") as response:
            assert response.status == 404
    assert scene.sandbox.token not in await scene.tab.run("document.documentElement.outerHTML")


async def test_what_could_not_be_sent_stays_in_the_field(scene: Scene) -> None:
    tab, world = scene.tab, scene.sandbox.world
    del scene.group.members[scene.member.id]
    await scene.say("mai họp nhé")
    await tab.until("document.querySelector('.toast.bad')")
    assert await tab.run("document.getElementById('text').value") == "mai họp nhé"
    assert world.messages(scene.group) == []
    scene.tab.errors.clear()  # the browser notes every answer 400
