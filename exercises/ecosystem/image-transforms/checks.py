"""Hidden checks of the exercise image-transforms.

The flip rate is compared with bounds of 6.5 standard deviations: 8e-11 for each of two comparisons a run.
"""

import torch

from quizzer.checks import check, expect


def pixels(case, *shape):
    """Bytes; 0 and 255 among them."""
    values = torch.randint(0, 256, shape, generator=case.generator).to(torch.uint8)
    values.view(-1)[0], values.view(-1)[-1] = 255, 0
    return values


def convert(learner, case, shape, flipped=""):
    image = pixels(case, *shape)
    got, after = learner.fixtures.converted(learner.to_tensor, image, flipped)
    want = (image.double() / 255).permute(2, 0, 1).float()
    what = {"en": f"the tensor of an image of shape {shape}", "zh-CN": f"形状为 {shape} 的图像的张量"}
    expect.tensor(got, shape=tuple(want.shape), dtype=torch.float32, what=what)
    expect.close(got.cpu(), want, what=what)
    expect.equal(after.cpu(), image, what={"en": "the array after to_tensor", "zh-CN": "to_tensor 之后的数组"})


@check(
    {"en": "to_tensor: (C, H, W), divided by 255", "zh-CN": "to_tensor：(C, H, W)，除以 255"},
    points=3,
    hint={
        "en": "Move the channel axis to the front, without mixing pixels; 255 becomes 1.",
        "zh-CN": "把通道轴移到最前，不要打乱像素；255 变成 1。",
    },
    visible=True,
)
def makes_tensors(learner, case):
    for shape in ((4, 6, 3), (5, 2, 1), (3, 3, 3), (case.integer(7, 9), 5, 4)):
        convert(learner, case, shape)


@check(
    {"en": "to_tensor takes negative strides", "zh-CN": "to_tensor 接受负的步幅"},
    hint={
        "en": "Copy first: image.copy(), np.ascontiguousarray(image) or torch.tensor(image.copy()).",
        "zh-CN": "先复制：image.copy()、np.ascontiguousarray(image) 或 torch.tensor(image.copy())。",
    },
)
def takes_negative_strides(learner, case):
    for flipped in ("rows", "columns"):
        convert(learner, case, (4, 5, 3), flipped)
        convert(learner, case, (3, 3, 3), flipped)


@check(
    {"en": "Normalize works channel by channel", "zh-CN": "Normalize 逐通道计算"},
    points=3,
    hint={
        "en": "mean and std belong to the first axis: give them the shape (C, 1, 1).",
        "zh-CN": "mean 和 std 属于第一轴：把它们变成 (C, 1, 1) 的形状。",
    },
)
def normalises_channels(learner, case):
    for shape in ((3, 4, 6), (1, 5, 2), (3, 3, 3), (4, 2, 4)):
        for dtype in (torch.float32, torch.float64):
            x = case.rand(*shape, dtype=dtype)
            mean = [round(case.uniform(0.1, 0.9), 3) for _ in range(shape[0])]
            std = [round(case.uniform(0.2, 0.6), 3) for _ in range(shape[0])]
            want = torch.stack([(x[c].double() - mean[c]) / std[c] for c in range(shape[0])]).to(dtype)
            seen = learner.observe(learner.Normalize(mean, std), x)
            what = {
                "en": f"Normalize of a tensor of shape {shape}, {dtype}",
                "zh-CN": f"形状为 {shape}、{dtype} 的张量的 Normalize",
            }
            # Means rounded to float32 are fine for float64 as well.
            expect.tensor(seen.value, shape=shape, dtype=dtype, what=what)
            expect.close(seen.value, want, rtol=2e-6, atol=2e-6, what=what)
            expect.equal(seen.arguments[0], x, what={"en": "x after Normalize", "zh-CN": "Normalize 之后的 x"})


@check(
    {"en": "Normalize can be called again", "zh-CN": "Normalize 可以反复调用"},
    hint={"en": "Keep mean and std as they were given.", "zh-CN": "保持 mean 和 std 不变。"},
)
def normalises_again(learner, case):
    transform = learner.Normalize([0.2, 0.7], [0.5, 0.25])
    x = case.rand(2, 3, 4)
    want = torch.stack([(x[0] - 0.2) / 0.5, (x[1] - 0.7) / 0.25])
    for number in (1, 2):
        what = {"en": f"the result of call {number}", "zh-CN": f"第 {number} 次调用的结果"}
        expect.close(learner.observe(transform, x.clone()).value, want, rtol=1e-5, what=what)


@check(
    {"en": "The flip mirrors left to right", "zh-CN": "翻转是左右方向"},
    points=2,
    hint={"en": "The width is the last axis of (C, H, W).", "zh-CN": "宽度是 (C, H, W) 的最后一轴。"},
)
def flips_left_to_right(learner, case):
    for shape in ((3, 4, 6), (3, 3, 3), (1, 2, 5)):
        x = case.randn(*shape)
        for p, want in ((1.0, x.flip(2)), (0.0, x), (1, x.flip(2)), (0, x)):
            transform = learner.RandomHorizontalFlip(p, learner.generator(case.integer(1, 10**6)))
            seen = learner.observe(transform, x)
            expect.equal(seen.value, want, what={"en": f"the result with p={p}", "zh-CN": f"p={p} 时的结果"})
            expect.equal(seen.arguments[0], x, what={"en": "x after the flip", "zh-CN": "翻转之后的 x"})


@check(
    {"en": "It flips with probability p, anew in each call", "zh-CN": "以概率 p 翻转，每次调用重新抽签"},
    points=2,
    hint={
        "en": "Toss in __call__, and compare a uniform number with p.",
        "zh-CN": "在 __call__ 里抽签，用均匀随机数与 p 比较。",
    },
)
def flips_with_probability_p(learner, case):
    for p in (0.3, 0.8):
        transform = learner.RandomHorizontalFlip(p, learner.generator(case.integer(1, 10**6)))
        flipped = learner.fixtures.flips(transform, 2000)
        expect.that(
            int(flipped.min()) >= 0,
            {
                "en": "The result should be the image or its mirror image, but it is sometimes neither.",
                "zh-CN": "结果应是原图或左右翻转的图，但有时两者都不是。",
            },
        )
        margin = 6.5 * (p * (1 - p) / 2000) ** 0.5
        share = flipped.double().mean().item()
        expect.between(
            share, p - margin, p + margin, what={"en": f"the share of flips with p={p}", "zh-CN": f"p={p} 时翻转的比例"}
        )


@check(
    {"en": "generator decides about the flips", "zh-CN": "由 generator 决定是否翻转"},
    hint={
        "en": "Pass generator=generator to torch.rand, and never seed it.",
        "zh-CN": "把 generator=generator 传给 torch.rand，不要设置种子。",
    },
)
def follows_the_generator(learner, case):
    seed = case.integer(1, 10**6)
    runs = []
    for number, other in ((seed, 1), (seed, 2), (seed + 1, 2)):
        learner.seed(other)
        runs.append(learner.fixtures.flips(learner.RandomHorizontalFlip(0.5, learner.generator(number)), 100))
    what = {"en": "the flips with the same seed of the generator", "zh-CN": "generator 种子相同时的翻转"}
    expect.equal(runs[1], runs[0], what=what)
    # 100 tosses agree by chance with 2**-100.
    expect.that(
        not torch.equal(runs[2], runs[0]),
        {"en": "Another seed of the generator should give other flips.", "zh-CN": "generator 种子不同，翻转也应不同。"},
    )


@check(
    {"en": "Compose applies in order, as often as asked", "zh-CN": "Compose 按顺序应用，可多次调用"},
    points=2,
    hint={"en": "Each transform gets the result of the one before it.", "zh-CN": "每个变换得到的是前一个的结果。"},
)
def composes_in_order(learner, case):
    plus, times, minus = (learner.fixtures.simple(name) for name in ("plus one", "times three", "negative"))
    x = case.randn(2, 3, 4)
    chains = (([plus, times], (x + 1) * 3), ([times, plus, minus], -(x * 3 + 1)), ([plus], x + 1), ([], x))
    for transforms, want in chains:
        transform = learner.Compose(transforms)
        for number in (1, 2):
            what = {
                "en": f"call {number} of Compose with {len(transforms)} transforms",
                "zh-CN": f"含 {len(transforms)} 个变换的 Compose 第 {number} 次调用的结果",
            }
            expect.close(transform(x), want, what=what)
    image = pixels(case, 4, 5, 3)
    flip = learner.RandomHorizontalFlip(1.0, learner.generator(1))
    transform = learner.Compose([learner.to_tensor, flip, learner.Normalize([0.5, 0.4, 0.3], [0.2, 0.3, 0.4])])
    got, _ = learner.fixtures.converted(transform, image, "")
    moved = (image.double() / 255).permute(2, 0, 1).flip(2)
    mean, std = torch.tensor([0.5, 0.4, 0.3]).view(3, 1, 1), torch.tensor([0.2, 0.3, 0.4]).view(3, 1, 1)
    expect.close(
        got.double().cpu(),
        (moved - mean) / std,
        rtol=1e-5,
        atol=1e-5,
        what={"en": "the whole chain", "zh-CN": "整条变换链的结果"},
    )
