"""Hidden checks of the exercise gradient-accumulation; what is wanted comes from one big batch in float64."""

import torch
import torch.nn.functional as F

from quizzer.checks import cached, check, expect

NAMES = ("first.weight", "first.bias", "second.weight", "second.bias")


def draw(case, sizes, out=2):
    """Weights, and a batch in pieces of these sizes: samples of very different losses."""
    shapes = ((5, 3), (5,), (out, 5), (out,))
    weights = [case.randn(*shape, dtype=torch.float64) for shape in shapes]
    pieces = []
    for number, size in enumerate(sizes):
        x, y = case.randn(size, 3, dtype=torch.float64), case.randn(size, out, dtype=torch.float64)
        pieces.append((x, y + 3 * number + 2))
    return weights, pieces


def big_batch(weights, pieces):
    """The loss and the gradients of the concatenated batch."""
    leaves = [weight.clone().requires_grad_() for weight in weights]
    x, y = (torch.cat(column) for column in zip(*pieces, strict=True))
    loss = F.mse_loss(F.linear(torch.tanh(F.linear(x, leaves[0], leaves[1])), leaves[2], leaves[3]), y)
    return loss.detach(), torch.autograd.grad(loss, leaves)


@cached
def expected(weights, batches, lr, momentum):
    """The loss and the parameters of each step of SGD with big batches."""
    losses, after, velocities = [], [], [torch.zeros_like(weight) for weight in weights]
    for pieces in batches:
        loss, gradients = big_batch(weights, pieces)
        velocities = [momentum * v + g for v, g in zip(velocities, gradients, strict=True)]
        weights = [w - lr * v for w, v in zip(weights, velocities, strict=True)]
        losses.append(loss)
        after.append(weights)
    return losses, after


def drive(learner, case, groups, *, momentum=0.0, stale=False, out=2):
    """Calls with batches of these micro-batch sizes: what came, and what was wanted."""
    weights, _ = draw(case, (1,), out)
    batches = [draw(case, sizes, out)[1] for sizes in groups]
    lr = case.uniform(0.02, 0.05)
    old = [case.randn(*weight.shape, dtype=torch.float64) + 2 if stale else None for weight in weights]
    got = learner.fixtures.run(learner.accumulated_step, weights, batches, old, lr, momentum)
    return got, expected(weights, batches, lr, momentum)


def compare(got, want, groups, when="", when_zh=""):
    """The parameters after each call."""
    for number, (row, wanted) in enumerate(zip(got[1], want[1], strict=True)):
        sizes = ", ".join(map(str, groups[number]))
        for name, value, right in zip(NAMES, row, wanted, strict=True):
            what = {
                "en": f"`{name}` after call {number + 1}, with micro-batches of {sizes}{when},",
                "zh-CN": f"{when_zh}微批大小为 {sizes} 时，第 {number + 1} 次调用之后的 `{name}` ",
            }
            expect.close(value, right, rtol=1e-7, atol=1e-9, what=what)


@check(
    {"en": "Micro-batches of one size", "zh-CN": "大小相同的微批"},
    points=2,
    hint={
        "en": "Without a scale, three micro-batches give three times the gradient.",
        "zh-CN": "如果不缩放，三个微批会得到三倍的梯度。",
    },
    visible=True,
)
def equals_one_big_batch(learner, case):
    for groups in ([(4, 4, 4)], [(6,)], [(1, 1, 1, 1, 1)]):
        compare(*drive(learner, case, groups), groups)
    compare(*drive(learner, case, [(3, 3)], out=1), [(3, 3)])


@check(
    {"en": "Micro-batches of different sizes", "zh-CN": "大小不同的微批"},
    points=3,
    hint={
        "en": "Each sample counts the same, so each micro-batch counts by its number of samples.",
        "zh-CN": "每个样本的权重相同，所以每个微批按样本数计权。",
    },
)
def weights_by_the_number_of_samples(learner, case):
    for groups in ([(5, 3, 1)], [(1, case.integer(6, 9))], [(2, 7, 4, 3)]):
        compare(*drive(learner, case, groups), groups)


@check(
    {"en": "The loss of the whole batch, as a float", "zh-CN": "以 float 返回整批的损失"},
    points=2,
    hint={
        "en": "Add up the scaled losses with .item(); the last micro-batch's loss is not the batch's.",
        "zh-CN": "用 .item() 累加缩放后的损失；最后一个微批的损失不是整批的损失。",
    },
)
def returns_the_loss(learner, case):
    for sizes in ((4, 4, 4), (5, 3, 1)):
        got, want = drive(learner, case, [sizes])
        text = ", ".join(map(str, sizes))
        what = {"en": f"the value returned for micro-batches of {text}", "zh-CN": f"微批大小为 {text} 时的返回值"}
        value = expect.is_type(got[0][0], float, what=what)
        value = got[0][0] if value is None else value
        expect.close(torch.tensor(value, dtype=torch.float64), want[0][0], rtol=1e-6, what=what)


@check(
    {"en": "Old gradients play no part", "zh-CN": "旧梯度不影响结果"},
    points=2,
    hint={
        "en": "Clear the gradients before the first micro-batch, not only after the step.",
        "zh-CN": "在第一个微批之前清零梯度，而不只是在更新之后。",
    },
)
def clears_old_gradients(learner, case):
    groups = [(5, 3, 1)]
    when = " and gradients left from before"
    compare(*drive(learner, case, groups, stale=True), groups, when, "参数里留有旧梯度、")


@check(
    {"en": "One step in a call, over several calls", "zh-CN": "每次调用只更新一步，连续调用也正确"},
    points=2,
    hint={
        "en": "optimizer.step() stands after the loop. Use the optimizer that was passed: it has a memory.",
        "zh-CN": "optimizer.step() 要放在循环之后。使用传入的优化器：它有自己的记忆。",
    },
)
def steps_once(learner, case):
    groups = [(5, 3, 1), (4, 2), (3,)]
    got, want = drive(learner, case, groups, momentum=case.uniform(0.5, 0.8))
    for number, count in enumerate(got[2]):
        expect.that(
            count == 1,
            {
                "en": f"`optimizer.step()` should be called once, but with {len(groups[number])} micro-batches it was"
                f" called {count} times.",
                "zh-CN": f"optimizer.step() 应调用一次，但有 {len(groups[number])} 个微批时实际调用了 {count} 次。",
            },
        )
    compare(got, want, groups, " and momentum", "带动量、")


@check(
    {"en": "One micro-batch at a time", "zh-CN": "每次只处理一个微批"},
    hint={
        "en": "Nothing is gained if the whole batch goes through the model at once.",
        "zh-CN": "如果把整批一次交给模型，就没有意义了。",
    },
)
def passes_one_micro_batch_at_a_time(learner, case):
    sizes = (5, 3, 1)
    got, _ = drive(learner, case, [sizes])
    largest = max(got[3][0], default=0)
    expect.that(
        largest <= max(sizes),
        {
            "en": f"With micro-batches of 5, 3 and 1, the model should be given at most 5 samples at once, but it was given"
            f" {largest}.",
            "zh-CN": f"微批大小为 5、3、1 时，每次最多交给模型 5 个样本，实际有一次交给了 {largest} 个。",
        },
    )
