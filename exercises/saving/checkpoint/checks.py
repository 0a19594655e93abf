"""Hidden checks of the exercise checkpoint. Resumed and uninterrupted runs do the same operations, so they agree exactly."""

from quizzer.checks import check, expect


def draw(case, count):
    return [(case.randn(7, 4) * 2 + 1, case.randn(7, 2)) for _ in range(count)]


def run(learner, case, *, as_path=False, epoch=None):
    return learner.fixtures.interrupted(
        learner.save_ckpt,
        learner.load_ckpt,
        draw(case, 3),
        draw(case, 2),
        case.integer(1, 90) if epoch is None else epoch,
        case.integer(1, 10**6),
        as_path,
        case.uniform(0.02, 0.06),
    )


def same(got, want, en, zh):
    names = {"en": f"the names of what is there {en}", "zh-CN": f"{zh}的条目名"}
    expect.equal(sorted(got), sorted(want), what=names)
    for name, value in want.items():
        expect.close(got[name], value, what={"en": f"`{name}` {en}", "zh-CN": f"{zh}的 `{name}` "})


@check(
    {"en": "Weights and buffers come back", "zh-CN": "权重和缓冲区都能恢复"},
    points=2,
    hint={
        "en": "state_dict() holds parameters and buffers; parameters() holds only the former.",
        "zh-CN": "state_dict() 包含参数和缓冲区；parameters() 只有参数。",
    },
    visible=True,
)
def restores_the_model(learner, case):
    seen = run(learner, case)
    same(seen["loaded"], seen["before"][0], "after load_ckpt", "load_ckpt 之后")
    expect.that(
        seen["same_parameters"],
        {
            "en": "The model has other parameter objects after load_ckpt; the optimizer still holds the old ones.",
            "zh-CN": "load_ckpt 之后模型的参数换成了别的对象，而优化器引用的仍是原来的。",
        },
    )


@check(
    {"en": "The resumed run equals the uninterrupted one", "zh-CN": "恢复后的训练与未中断的相同"},
    points=3,
    hint={
        "en": "The optimizer has a state too: moments, step count, learning rate.",
        "zh-CN": "优化器也有状态：动量、步数、学习率。",
    },
)
def resumes_exactly(learner, case):
    for as_path in (False, True):
        seen = run(learner, case, as_path=as_path)
        same(seen["resumed"], seen["whole"], "after 2 more steps", "再训练 2 步之后")


@check(
    {"en": "The epoch comes back as an int", "zh-CN": "epoch 以 int 返回"},
    hint={"en": "Save it with the rest, and return it.", "zh-CN": "与其他内容一起保存，并返回它。"},
)
def returns_the_epoch(learner, case):
    for epoch in (0, case.integer(3, 900)):
        got = run(learner, case, epoch=epoch)["epoch"]
        expect.equal(got, epoch, what={"en": "what load_ckpt returns", "zh-CN": "load_ckpt 的返回值"})


@check(
    {"en": "The file opens with weights_only=True", "zh-CN": "文件可以用 weights_only=True 打开"},
    points=2,
    hint={"en": "Save state_dicts, not objects.", "zh-CN": "保存 state_dict，而不是对象。"},
)
def writes_plain_data(learner, case):
    raised = learner.fixtures.readable(learner.save_ckpt, draw(case, 2), case.integer(1, 10**6))
    expect.that(
        raised is None,
        {
            "en": f"`torch.load(path, weights_only=True)` should read the file, but it raises {raised}.",
            "zh-CN": f"`torch.load(path, weights_only=True)` 应当能读取该文件，实际却抛出 {raised}。",
        },
    )


@check(
    {"en": "Another architecture is refused, both ways", "zh-CN": "拒绝另一种结构，两个方向都是"},
    points=2,
    hint={"en": "load_state_dict is strict unless told otherwise.", "zh-CN": "load_state_dict 默认是严格的。"},
)
def refuses_another_architecture(learner, case):
    hidden = case.integer(7, 9)
    cases = (
        ({"extra": False}, {"extra": True}, "the model has a layer more than the file", "模型比文件多一层"),
        ({"extra": True}, {"extra": False}, "the file has a layer more than the model", "文件比模型多一层"),
        ({"extra": False}, {"extra": "buffers"}, "the model has buffers more than the file", "模型比文件多几个缓冲区"),
        ({"extra": "buffers"}, {"extra": False}, "the file has buffers more than the model", "文件比模型多几个缓冲区"),
        ({"hidden": hidden}, {"hidden": 6}, "the layers have other sizes", "各层大小不同"),
    )
    for saved, into, en, zh in cases:
        raised = learner.fixtures.other_architecture(learner.save_ckpt, learner.load_ckpt, draw(case, 2), saved, into)
        expect.that(
            raised is not None,
            {
                "en": f"load_ckpt should raise where {en}, but it raises nothing.",
                "zh-CN": f"{zh}时 load_ckpt 应抛出异常，实际没有抛出。",
            },
        )


@check(
    {"en": "Code in a file is not run", "zh-CN": "不运行文件中的代码"},
    points=2,
    hint={
        "en": "weights_only=False runs whatever a pickle says.",
        "zh-CN": "weights_only=False 会运行 pickle 中的任何内容。",
    },
)
def runs_nothing_from_the_file(learner, case):
    raised, ran = learner.fixtures.trapped(learner.save_ckpt, learner.load_ckpt, draw(case, 2), case.integer(1, 10**6))
    expect.that(
        not any(ran),
        {
            "en": "A file with code in it was loaded, and the code was run.",
            "zh-CN": "加载含有代码的文件时，其中的代码被运行了。",
        },
    )
    expect.that(
        all(name is not None for name in raised),
        {
            "en": "load_ckpt should raise for a file that holds more than plain data, but it raises nothing.",
            "zh-CN": "文件中有普通数据以外的东西时 load_ckpt 应抛出异常，实际没有抛出。",
        },
    )


@check(
    {"en": "Saving changes nothing, and replaces an older file", "zh-CN": "保存不改变任何东西，并替换旧文件"},
    hint={"en": "Write one file, to the path as it is given.", "zh-CN": "只写一个文件，就写到给定的路径。"},
)
def saves_quietly(learner, case):
    seen = run(learner, case)
    for index in (0, 1, 3):
        same(seen["after"][index], seen["before"][index], "after save_ckpt", "save_ckpt 之后")
    expect.that(
        seen["after"][2] is True,
        {
            "en": "The model is in training mode before save_ckpt and should be so after it.",
            "zh-CN": "save_ckpt 之前模型处于训练模式，之后也应当如此。",
        },
    )
    epoch, got, want = learner.fixtures.twice(
        learner.save_ckpt, learner.load_ckpt, draw(case, 4), case.integer(1, 10**6)
    )
    expect.equal(epoch, 2, what={"en": "the epoch of the second of two saves", "zh-CN": "两次保存中第二次的 epoch"})
    same(got, want, "after a second save to the same path", "第二次保存到同一路径后加载")
