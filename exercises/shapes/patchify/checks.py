"""Hidden checks of the exercise patchify; the expected patches are cut out one by one."""

import torch

from quizzer.checks import check, expect


def cut(x, p):
    """Slices, row of patches by row of patches."""
    rows, columns = x.shape[2] // p, x.shape[3] // p
    patches = [
        x[:, :, i * p : (i + 1) * p, j * p : (j + 1) * p].flatten(1) for i in range(rows) for j in range(columns)
    ]
    return torch.stack(patches, dim=1)


def patches_of(x, p):
    shape = tuple(x.shape)
    return {"en": f"the patches of x of shape {shape} for p={p}", "zh-CN": f"x 的形状为 {shape}、p={p} 时的图块"}


def compare(learner, x, p):
    expect.equal(learner.patchify(x, p), cut(x, p), what=patches_of(x, p))


@check(
    {"en": "One channel: the patches in rows", "zh-CN": "单通道：图块逐行排列"},
    points=2,
    hint={
        "en": "Cut the image from the example with scissors, on paper; which numbers lie next to each other?",
        "zh-CN": "在纸上把例子里的图像剪开：哪些数挨在一起？",
    },
    visible=True,
)
def cuts_one_channel(learner, case):
    for h, w, p in ((4, 6, 2), (6, 6, 3), (6, 4, 2), (4, 4, 2), (3, 9, 3)):
        compare(learner, case.randn(1, 1, h, w), p)


@check(
    {"en": "Inside a patch the channels come first", "zh-CN": "图块内部，通道排在最前"},
    points=2,
    hint={
        "en": "`permute` has to leave the axes (C, p, p) in this order at the end.",
        "zh-CN": "`permute` 之后，最后三个轴应当依次是 (C, p, p)。",
    },
)
def keeps_channels_first(learner, case):
    for n, c, h, w, p in ((1, 3, 4, 6, 2), (1, 2, 8, 4, 2), (1, 3, 3, 3, 3)):
        compare(learner, case.randn(n, c, h, w), p)


@check(
    {"en": "A batch of images", "zh-CN": "一批图像"},
    hint={"en": "N stays the first axis, and no image sees another.", "zh-CN": "N 仍是第一个轴，图像之间互不相干。"},
)
def cuts_a_batch(learner, case):
    for n, c, h, w, p in ((2, 3, 4, 6, 2), (5, 1, 6, 3, 3), (4, 4, 8, 8, 4), (3, 2, 5, 2, 1)):
        compare(learner, case.randn(n, c, h, w), p)
    n, c, p = case.integer(2, 4), case.integer(2, 4), case.integer(2, 4)
    compare(learner, case.randn(n, c, p * case.integer(2, 3), p * case.integer(4, 5), dtype=torch.float64), p)


@check(
    {"en": "Non-contiguous images", "zh-CN": "不连续的图像"},
    hint={
        "en": "The strides of x may be any; `as_strided` and `view` rely on them.",
        "zh-CN": "x 的步幅可以是任意的，`as_strided` 和 `view` 都依赖步幅。",
    },
)
def takes_other_layouts(learner, case):
    fixtures = learner.fixtures
    for layout in ("channels last", "transposed", "cropped", "one image for all"):
        x = case.randn(3, 2, 6, 4)
        if layout == "one image for all":
            x = x[:1].repeat(3, 1, 1, 1)
        got = fixtures.in_layout(learner.patchify, x, 2, layout)
        zh = {"channels last": "通道在后", "transposed": "转置", "cropped": "裁剪", "one image for all": "expand 得到"}[
            layout
        ]
        what = {
            "en": f"the patches of an image tensor that is non-contiguous ({layout})",
            "zh-CN": f"不连续张量（{zh}）的图块",
        }
        expect.equal(got, cut(x, 2), what=what)


@check(
    {"en": "A p that does not divide H or W raises", "zh-CN": "p 不能整除 H 或 W 时抛出异常"},
    points=2,
    hint={
        "en": "Test `H % p` and `W % p`, each: `unfold` drops the rest in silence.",
        "zh-CN": "`H % p` 和 `W % p` 都要检查：`unfold` 会悄悄丢掉余下的部分。",
    },
)
def refuses_what_does_not_divide(learner, case):
    for h, w, p in ((5, 4, 2), (4, 5, 2), (3, 4, 2), (4, 3, 2), (8, 10, 4), (9, 4, 3), (7, 7, 3)):
        with expect.raises(Exception, what=f"`patchify(torch.zeros(2, 3, {h}, {w}), {p})`"):
            learner.patchify(case.randn(2, 3, h, w), p)


@check(
    {"en": "The gradient reaches x", "zh-CN": "梯度传到 x"},
    hint={
        "en": "`.data`, `.detach()` and `.numpy()` cut the graph.",
        "zh-CN": "`.data`、`.detach()` 和 `.numpy()` 会切断计算图。",
    },
)
def sends_the_gradient_back(learner, case):
    x, upstream = case.randn(2, 3, 4, 6), case.randn(2, 6, 12)
    leaf = x.clone().requires_grad_()
    (wanted,) = torch.autograd.grad(cut(leaf, 2), leaf, upstream)
    result = learner.vjp(learner.patchify, x, 2, upstream=upstream)
    expect.close(result.inputs[0], wanted, what={"en": "the gradient of x", "zh-CN": "x 的梯度"})
