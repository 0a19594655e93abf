"""Hidden checks of the exercise amp-step.

bfloat16 keeps 8 bits, so a result may be off by 2**-9 of its size at each rounding. The bounds below are several times that; what is
forbidden is told from it by dtypes, which hooks see, and by values that bfloat16 cannot hold.
"""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect

LOSS = {"en": "the loss", "zh-CN": "损失"}
NAMES = ("the first weight", "the first bias", "the second weight", "the second bias")
NAMES_ZH = ("第一层的权重", "第一层的偏置", "第二层的权重", "第二层的偏置")


def draw(case, n=24, features=6, hidden=8, classes=5):
    weights = [case.randn(hidden, features), case.randn(hidden), case.randn(classes, hidden), case.randn(classes)]
    y = torch.randint(classes, (n,), generator=case.generator).to(case.device)
    return weights, case.randn(n, features), y


def exact(weights, x, y):
    """The loss in float64, and the gradients of the weights."""
    weights = [weight.double().requires_grad_() for weight in weights]
    hidden = torch.tanh(x.double() @ weights[0].T + weights[1])
    loss = F.cross_entropy(hidden @ weights[2].T + weights[3], y)
    return loss.detach(), torch.autograd.grad(loss, weights)


def watch(learner, drawn, **options):
    return learner.fixtures.watch(learner.amp_loss, *drawn, **options)


@check(
    {"en": "The linear layers compute in bfloat16", "zh-CN": "线性层用 bfloat16 计算"},
    points=3,
    hint={
        "en": "torch.autocast with the device type of x and dtype=torch.bfloat16, around model(x).",
        "zh-CN": "用 torch.autocast 包住 model(x)，设备类型取自 x，dtype=torch.bfloat16。",
    },
    visible=True,
)
def runs_the_model_in_bfloat16(learner, case):
    seen = watch(learner, draw(case))
    what = {"en": "the dtypes of the outputs of the two linear layers", "zh-CN": "两个线性层输出的 dtype"}
    expect.equal(seen["outputs"], ["torch.bfloat16", "torch.bfloat16"], what=what)


@check(
    {"en": "The loss is the mean cross-entropy", "zh-CN": "损失是平均交叉熵"},
    points=2,
    hint={"en": "From the logits; the mean over the batch.", "zh-CN": "由 logits 计算，对批求平均。"},
)
def is_the_cross_entropy(learner, case):
    for n, classes in ((24, 5), (5, 5), (1, 3)):
        drawn = draw(case, n=n, classes=classes)
        want, _ = exact(*drawn)
        got = expect.tensor(watch(learner, drawn)["loss"], shape=(), what=LOSS)
        # Logits of size 10 may be off by 0.05 after two layers.
        expect.close(got.double(), want, rtol=0.05, atol=0.1, what=LOSS)


@check(
    {"en": "The loss is computed in float32", "zh-CN": "损失用 float32 计算"},
    points=2,
    hint={
        "en": "Convert the logits before the loss; converting the loss comes too late.",
        "zh-CN": "在计算损失之前转换 logits；转换损失就太晚了。",
    },
)
def computes_the_loss_in_float32(learner, case):
    rounded = []
    for _ in range(5):
        loss = expect.tensor(watch(learner, draw(case))["loss"], shape=(), dtype=torch.float32, what=LOSS)
        rounded.append(torch.equal(loss, loss.bfloat16().float()))
    # One float32 number in 65,536 is a bfloat16 number: all five by chance in 1e-24 of the runs.
    expect.that(
        not all(rounded),
        {
            "en": "Five losses out of five are numbers that bfloat16 can hold: they were computed in bfloat16.",
            "zh-CN": "五个损失全都是 bfloat16 能表示的数：它们是用 bfloat16 计算的。",
        },
    )


@check(
    {"en": "Weights and gradients stay float32", "zh-CN": "权重和梯度仍是 float32"},
    points=2,
    hint={
        "en": "Autocast converts copies; model.bfloat16() converts the weights themselves.",
        "zh-CN": "autocast 转换的是副本；model.bfloat16() 转换的是权重本身。",
    },
)
def keeps_weights_and_gradients_in_float32(learner, case):
    drawn = draw(case)
    seen = watch(learner, drawn)
    expect.that(
        seen["same_objects"],
        {
            "en": "The parameters of the model are other objects after the call.",
            "zh-CN": "调用之后模型的参数换成了别的对象。",
        },
    )
    for got, want, name, name_zh in zip(seen["weights"], drawn[0], NAMES, NAMES_ZH, strict=True):
        expect.equal(got, want, what={"en": f"{name} after the call", "zh-CN": f"调用之后{name_zh}"})
    expect.that(
        seen["gradients"] is not None,
        {"en": "The loss cannot be differentiated: it has no graph.", "zh-CN": "损失无法求导：它没有计算图。"},
    )
    _, wanted = exact(*drawn)
    for got, want, name, name_zh in zip(seen["gradients"], wanted, NAMES, NAMES_ZH, strict=True):
        what = {"en": f"the gradient of {name}", "zh-CN": f"{name_zh}的梯度"}
        got = expect.tensor(got, shape=tuple(want.shape), dtype=torch.float32, what=what)
        scale = want.abs().max().item()
        expect.close(got.double(), want, rtol=0, atol=0.1 * scale + 0.02, what=what)


@check(
    {"en": "Autocast is off afterwards, the mode is kept", "zh-CN": "之后 autocast 关闭，模式不变"},
    hint={"en": "A with block switches back by itself.", "zh-CN": "with 语句会自动恢复。"},
)
def leaves_no_trace(learner, case):
    for training in (True, False):
        seen = watch(learner, draw(case), training=training)
        expect.that(
            seen["autocast_after"] is False,
            {"en": "Autocast is still on after the call.", "zh-CN": "调用之后 autocast 仍然开着。"},
        )
        what = {"en": "model.training after the call", "zh-CN": "调用之后的 model.training"}
        expect.equal(seen["training"], training, what=what)


@check(
    {"en": "No FutureWarning", "zh-CN": "没有 FutureWarning"},
    hint={
        "en": "torch.autocast or torch.amp.autocast; torch.cuda.amp and torch.cpu.amp are old.",
        "zh-CN": "用 torch.autocast 或 torch.amp.autocast；torch.cuda.amp 和 torch.cpu.amp 是旧接口。",
    },
)
def uses_the_present_interface(learner, case):
    heard = watch(learner, draw(case))["future_warnings"]
    expect.that(
        not heard,
        {
            "en": f"PyTorch warns: {heard[0][:200] if heard else ''}",
            "zh-CN": f"PyTorch 给出警告：{heard[0][:200] if heard else ''}",
        },
    )
