"""Hidden checks of the exercise fix-train-loop.

Everything is float64. The expected numbers come from a loop of our own, with torch.autograd.grad and an update by hand; dropout draws
the same numbers there, since the seed is the same and nothing else draws any.
"""

import torch
import torch.nn.functional as F
from torch import nn

from quizzer.checks import cached, check, expect

SIZES = (6, 6, 2)
FEATURES, HIDDEN, CLASSES = 4, 7, 3
LOSS = {"en": "the loss that train_epoch returns", "zh-CN": "train_epoch 返回的损失"}
ACCURACY = {"en": "the accuracy", "zh-CN": "准确率"}


def network():
    layers = nn.Linear(FEATURES, HIDDEN), nn.BatchNorm1d(HIDDEN), nn.ReLU(), nn.Dropout(0.3), nn.Linear(HIDDEN, CLASSES)
    return nn.Sequential(*layers).double().to("cpu")


def draw_state(case):
    state = {}
    for name, value in network().state_dict().items():
        if value.is_floating_point():
            state[name] = case.randn(*value.shape, dtype=torch.float64).cpu()
            if name.endswith("running_var"):
                state[name] = state[name].abs() + 0.5
        else:
            state[name] = torch.tensor(case.integer(1, 50))
    return state


def draw_batches(case, sizes=SIZES):
    """The last batch is the smallest, and its samples are far harder than the others."""
    batches = []
    for number, size in enumerate(sizes):
        scale = 3.0 if number == len(sizes) - 1 else 1.0
        x = case.randn(size, FEATURES, dtype=torch.float64).cpu() * scale
        batches.append((x, torch.randint(CLASSES, (size,), generator=case.generator)))
    return batches


@cached
def expected(state, batches, lr, epochs, seed):
    """The mean losses of the epochs, and the entries after them."""
    model = network()
    model.load_state_dict(state)
    model.train()
    parameters = list(model.parameters())
    losses = []
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        for _ in range(epochs):
            total = 0.0
            for x, y in batches:
                loss = F.cross_entropy(model(x), y)
                total += loss.item() * len(y)
                gradients = torch.autograd.grad(loss, parameters)
                with torch.no_grad():
                    for parameter, gradient in zip(parameters, gradients, strict=True):
                        parameter -= lr * gradient
            losses.append(total / sum(len(y) for _, y in batches))
    return losses, model.state_dict()


def train(learner, case, *, epochs=1, evaluate_first=False, stale=False, sizes=SIZES):
    """What came and what is wanted: losses and entries."""
    state, batches = draw_state(case), draw_batches(case, sizes)
    lr, seed = case.uniform(0.05, 0.15), case.integer(1, 10**6)
    left = None
    if stale:
        left = [case.randn(*parameter.shape, dtype=torch.float64).cpu() * 2 + 1 for parameter in network().parameters()]
    got = learner.fixtures.train(learner.train_epoch, state, batches, lr, epochs, seed, evaluate_first, left)
    return got, expected(state, batches, lr, epochs, seed)


def same_entries(got, want, names, after, after_zh):
    for name in names:
        value, wanted = got[name], want[name]
        what = {"en": f"`{name}` after {after}", "zh-CN": f"{after_zh}之后的 `{name}` "}
        expect.close(value, wanted, rtol=1e-8, atol=1e-8, what=what)


PARAMETERS = ("0.weight", "0.bias", "1.weight", "1.bias", "4.weight", "4.bias")
BUFFERS = ("1.running_mean", "1.running_var", "1.num_batches_tracked")


def correct(state, batches):
    """How many samples are classified correctly in evaluation mode, per batch."""
    model = network()
    model.load_state_dict(state)
    model.eval()
    with torch.no_grad():
        return [int((model(x).argmax(dim=1) == y).sum()) for x, y in batches]


def draw_for_accuracy(case, sizes):
    """Batches of which the first are mostly right and the last entirely wrong."""
    state, batches = draw_state(case), draw_batches(case, sizes)
    model = network()
    model.load_state_dict(state)
    model.eval()
    relabelled = []
    with torch.no_grad():
        for number, (x, _) in enumerate(batches):
            guess = model(x).argmax(dim=1)
            if number == len(batches) - 1:
                guess = (guess + 1) % CLASSES
            else:
                guess[:2] = (guess[:2] + 1) % CLASSES
            relabelled.append((x, guess))
    return state, relabelled


@check(
    {"en": "Each step uses its own batch's gradient", "zh-CN": "每一步只用当前批次的梯度"},
    points=2,
    hint={"en": "zero_grad before each backward.", "zh-CN": "每次 backward 之前都要 zero_grad。"},
    visible=True,
)
def empties_the_gradients(learner, case):
    for epochs, stale in ((1, False), (1, True), (2, True)):
        (_, got), (_, want) = train(learner, case, epochs=epochs, stale=stale)
        begin = ", with stale gradients in the beginning" if stale else ""
        begin_zh = "带着残留梯度" if stale else ""
        same_entries(got, want, PARAMETERS, f"{epochs} epoch(s){begin}", f"{begin_zh}训练 {epochs} 轮")


@check(
    {"en": "Training takes place in training mode", "zh-CN": "训练在训练模式下进行"},
    points=2,
    hint={"en": "The model may arrive in evaluation mode.", "zh-CN": "传入的模型可能处于评估模式。"},
)
def trains_in_training_mode(learner, case):
    (_, got), (_, want) = train(learner, case, epochs=2, evaluate_first=True)
    after, after_zh = "2 epochs, each begun in evaluation mode,", "训练 2 轮（每轮开始时处于评估模式）"
    same_entries(got, want, BUFFERS + PARAMETERS, after, after_zh)


@check(
    {"en": "The mean loss is over samples", "zh-CN": "平均损失按样本计"},
    points=2,
    hint={
        "en": "Weight each batch's loss with its number of samples; divide by their sum.",
        "zh-CN": "用每个批次的样本数给损失加权，再除以样本总数。",
    },
)
def averages_over_samples(learner, case):
    for sizes in (SIZES, (5, 2), (4,)):
        (losses, _), (wanted, _) = train(learner, case, epochs=2, sizes=sizes)
        for loss, want in zip(losses, wanted, strict=True):
            expect.is_type(loss, float, what=LOSS)
            expect.close(loss, want, rtol=1e-7, atol=1e-8, what=LOSS)


@check(
    {"en": "The accuracy is over samples", "zh-CN": "准确率按样本计"},
    points=2,
    hint={"en": "argmax over the classes, one for each sample.", "zh-CN": "对类别取 argmax，每个样本一个。"},
)
def measures_the_accuracy(learner, case):
    for sizes in ((8, 8, 2), (7, 3, 3), (3, 3)):
        state, batches = draw_for_accuracy(case, sizes)
        seen = learner.fixtures.measure(learner.evaluate, state, batches, False, 1)
        (got,) = seen["accuracies"]
        expect.is_type(got, float, what=ACCURACY)
        expect.close(got, sum(correct(state, batches)) / sum(sizes), rtol=1e-6, atol=1e-6, what=ACCURACY)


@check(
    {"en": "Evaluation takes place in evaluation mode", "zh-CN": "评估在评估模式下进行"},
    points=2,
    hint={
        "en": "Dropout and BatchNorm must be told: model.eval().",
        "zh-CN": "要告诉 dropout 和 BatchNorm：model.eval()。",
    },
)
def evaluates_in_evaluation_mode(learner, case):
    state, batches = draw_for_accuracy(case, (40, 40, 9))
    seen = learner.fixtures.measure(learner.evaluate, state, batches, True)
    want = sum(correct(state, batches)) / 89
    for name in BUFFERS + PARAMETERS:
        what = {"en": f"`{name}` after an evaluation", "zh-CN": f"评估之后的 `{name}` "}
        expect.equal(seen["state"][name], state[name], what=what)
    what = {
        "en": "the modes (model.training) in which the batches were run",
        "zh-CN": "各批次运行时的模式（model.training）",
    }
    expect.equal(sorted({training for _, _, training in seen["runs"]}), [False], what=what)
    for got in seen["accuracies"]:
        what = {
            "en": "the accuracy of a model that arrives in training mode",
            "zh-CN": "传入时处于训练模式的模型的准确率",
        }
        expect.close(got, want, rtol=1e-6, atol=1e-6, what=what)


@check(
    {"en": "Evaluation switches gradients off, and back", "zh-CN": "评估时关闭梯度，之后恢复"},
    hint={"en": "with torch.no_grad(): ends by itself.", "zh-CN": "with torch.no_grad(): 会自动结束。"},
)
def switches_gradients_off(learner, case):
    state, batches = draw_for_accuracy(case, (6, 2))
    seen = learner.fixtures.measure(learner.evaluate, state, batches, False)
    expect.that(
        not any(enabled for _, enabled, _ in seen["runs"]),
        {"en": "The model is evaluated with gradients switched on.", "zh-CN": "评估模型时梯度没有关闭。"},
    )
    expect.that(
        seen["grad_after"],
        {"en": "Gradients are still switched off after evaluate.", "zh-CN": "evaluate 之后梯度仍处于关闭状态。"},
    )
    what = {"en": "the sizes of the batches that went through the model", "zh-CN": "通过模型的各批次大小"}
    expect.equal([size for size, _, _ in seen["runs"]], [6, 2, 6, 2], what=what)
