"""Hidden checks of the exercise embedding.

The bounds of the statistical check are at least 6.5 standard deviations wide: refused in fewer than 1e-9 of the runs.
"""

import torch

from quizzer.checks import check, expect

TABLE = {"en": "the parameter of the layer", "zh-CN": "层的参数"}
GRADIENT = {"en": "the gradient of the weight", "zh-CN": "weight 的梯度"}


def draw_indices(case, rows, *shape, dtype=torch.int64):
    return torch.randint(0, rows, shape, generator=case.generator, dtype=dtype).to(case.device)


def table_of(learner, layer, rows, columns):
    table, count = learner.fixtures.table(layer)
    expect.equal(count, 1, what={"en": "the number of parameters", "zh-CN": "参数的个数"})
    return expect.tensor(table, shape=(rows, columns), dtype=torch.float32, what=TABLE)


@check(
    {"en": "Each index becomes its row", "zh-CN": "每个下标换成对应的行"},
    points=2,
    hint={
        "en": "weight[indices] works for index tensors of any shape.",
        "zh-CN": "weight[indices] 适用于任意形状的下标张量。",
    },
    visible=True,
)
def looks_rows_up(learner, case):
    for rows, columns in ((7, 4), (5, 5)):
        layer = learner.Embedding(rows, columns)
        table = table_of(learner, layer, rows, columns)
        for shape in ((), (6,), (2, 3), (5, 5), (0,), (2, 1, 3)):
            for dtype in (torch.int64, torch.int32):
                indices = draw_indices(case, rows, *shape, dtype=dtype)
                what = {
                    "en": f"the result for {dtype} indices of shape {shape}",
                    "zh-CN": f"下标为 {dtype}、形状 {shape} 时的结果",
                }
                want = table[indices.long()]
                expect.equal(expect.tensor(layer(indices), shape=want.shape, what=what).detach(), want, what=what)


@check(
    {"en": "Repeated indices add their gradients", "zh-CN": "重复下标的梯度相加"},
    hint={
        "en": "Autograd does this for an index; detach() and .data stop it.",
        "zh-CN": "索引操作的 autograd 会自动相加；detach() 和 .data 会阻断它。",
    },
)
def adds_the_gradients_of_repeats(learner, case):
    layer = learner.Embedding(6, 3)
    indices = torch.tensor([[4, 1, 4], [4, 0, 1]], device=case.device)
    upstream = case.randn(2, 3, 3)
    gradients, _ = learner.fixtures.steps(layer, indices, [upstream], 0.1)
    want = torch.zeros(6, 3, device=case.device).index_add(0, indices.flatten(), upstream.reshape(6, 3))
    expect.close(gradients[0], want, what=GRADIENT)


@check(
    {"en": "The padding row is zero in the beginning", "zh-CN": "填充行初始为零"},
    hint={
        "en": "Zero the row in __init__; is padding_idx=0 caught by your if?",
        "zh-CN": "在 __init__ 里把这一行置零；你的 if 能识别 padding_idx=0 吗？",
    },
)
def starts_with_a_zero_padding_row(learner, case):
    for padding in (0, 3, 5):
        layer = learner.Embedding(6, 4, padding_idx=padding)
        table = table_of(learner, layer, 6, 4)
        what = {
            "en": f"row {padding} with padding_idx={padding}",
            "zh-CN": f"padding_idx={padding} 时的第 {padding} 行",
        }
        expect.equal(table[padding], torch.zeros(4, device=case.device), what=what)
        others = table[[row for row in range(6) if row != padding]]
        message = {"en": "a row that is no padding is zero", "zh-CN": "有的非填充行也为零"}
        expect.that(bool((others != 0).any(dim=1).all()), message)
        looked_up = layer(torch.tensor([padding, (padding + 1) % 6], device=case.device)).detach()
        expect.close(looked_up, table[[padding, (padding + 1) % 6]])


@check(
    {"en": "The padding row gets no gradient and stays zero", "zh-CN": "填充行没有梯度，始终为零"},
    points=2,
    hint={
        "en": "Cut the graph where the index is padding_idx: the loss may depend on the output there.",
        "zh-CN": "在下标等于 padding_idx 处切断计算图：损失可能依赖那里的输出。",
    },
)
def keeps_the_padding_row_at_zero(learner, case):
    for padding in (0, 2, 4):
        layer = learner.Embedding(5, 3, padding)
        before = table_of(learner, layer, 5, 3)
        indices = torch.tensor([[padding, 1, 3], [3, padding, 0]], device=case.device)
        upstreams = [case.randn(2, 3, 3) for _ in range(2)]
        gradients, table = learner.fixtures.steps(layer, indices, upstreams, 0.5)
        want_table = before
        for gradient, upstream in zip(gradients, upstreams, strict=True):
            want = torch.zeros(5, 3, device=case.device).index_add(0, indices.flatten(), upstream.reshape(6, 3))
            want[padding] = 0
            what = {"en": f"the gradient with padding_idx={padding}", "zh-CN": f"padding_idx={padding} 时的梯度"}
            expect.close(gradient, want, what=what)
            want_table = want_table - 0.5 * want
        what = {"en": "the table after two steps of SGD", "zh-CN": "两步 SGD 之后的参数表"}
        expect.close(table, want_table, what=what)


@check(
    {"en": "An index out of range raises", "zh-CN": "下标越界时抛出异常"},
    points=2,
    hint={
        "en": "weight[-1] is the last row: negative indices need a test of their own.",
        "zh-CN": "weight[-1] 是最后一行：负下标需要单独判断。",
    },
)
def refuses_indices_out_of_range(learner, case):
    for padding in (None, 1):
        layer = learner.Embedding(6, 4, padding)
        for bad in (-1, -6, 6, 6 + case.integer(1, 50)):
            for indices in (torch.tensor(bad), torch.tensor([[0, 5], [bad, 2]])):
                what = {"en": f"index {bad} with 6 rows", "zh-CN": f"共 6 行、下标为 {bad} 时"}
                with expect.raises(IndexError, ValueError, RuntimeError, what=what):
                    layer(indices.to(case.device))


@check(
    {"en": "The weight is drawn from N(0, 1)", "zh-CN": "weight 服从 N(0, 1)"},
    hint={
        "en": "torch.randn: normal, with deviation 1; a new table for each layer.",
        "zh-CN": "用 torch.randn：正态分布，标准差为 1；每个层都要新抽一张表。",
    },
)
def draws_a_normal_table(learner, case):
    table = table_of(learner, learner.Embedding(400, 50), 400, 50)
    what = {"en": "the mean of the weight", "zh-CN": "weight 的均值"}
    expect.between(table.mean(), -0.05, 0.05, what=what)
    what = {"en": "the standard deviation of the weight", "zh-CN": "weight 的标准差"}
    expect.between(table.std(), 0.96, 1.04, what=what)
    share = (table.abs() > 2).double().mean()
    what = {
        "en": "the share of weights beyond 2 (0.0455 for N(0, 1))",
        "zh-CN": "绝对值超过 2 的比例（N(0, 1) 为 0.0455）",
    }
    expect.between(share, 0.035, 0.056, what=what)
    again = table_of(learner, learner.Embedding(400, 50), 400, 50)
    expect.that(
        not torch.equal(table, again), {"en": "two layers have the same weight", "zh-CN": "两个层的 weight 相同"}
    )


@check(
    {"en": "The indices are left as they are", "zh-CN": "下标张量保持不变"},
    hint={"en": "Replace indices out of place.", "zh-CN": "替换下标时不要就地修改。"},
)
def leaves_the_indices_alone(learner, case):
    for padding in (None, 1):
        layer = learner.Embedding(5, 3, padding)
        indices = torch.tensor([1, 4, 1, 0], device=case.device)
        what = {"en": "the indices after the call", "zh-CN": "调用之后的下标"}
        expect.equal(learner.observe(layer, indices).arguments[0], indices, what=what)


@check(
    {"en": "The layer works on a GPU", "zh-CN": "该层能在 GPU 上工作"},
    hint={
        "en": "The table must be an nn.Parameter; other tensors need device=.",
        "zh-CN": "参数表必须是 nn.Parameter；其他张量要写 device=。",
    },
)
def follows_the_device(learner, case):
    for padding in (None, 0, 2):
        layer = learner.Embedding(case.integer(5, 8), 3, padding)
        expect.follows_the_device(learner.on_fake_gpu(layer, torch.tensor([[1, 2], [0, 4]])))
