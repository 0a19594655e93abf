"""Hidden checks of the exercise stack-images."""

import torch

from quizzer.checks import check, expect


def draw(case, n, shape, dtype=torch.float32):
    return [(case.randn(*shape) * 50).abs().add(1).to(dtype) for _ in range(n)]


def joined(images):
    batch = torch.empty(len(images), *images[0].shape, dtype=images[0].dtype, device=images[0].device)
    for place, image in zip(batch, images, strict=True):
        place.copy_(image)
    return batch


def batch_of(images):
    n, shape = len(images), tuple(images[0].shape)
    return {"en": f"the batch of {n} image(s) of shape {shape}", "zh-CN": f"由 {n} 幅形状为 {shape} 的图像得到的批次"}


@check(
    {"en": "A new axis in front: (N, C, H, W)", "zh-CN": "最前面多一个轴：(N, C, H, W)"},
    points=2,
    hint={
        "en": "`torch.stack` makes an axis, `torch.cat` does not.",
        "zh-CN": "`torch.stack` 会新建轴，`torch.cat` 不会。",
    },
    visible=True,
)
def stacks(learner, case):
    for n, shape in ((2, (3, 4, 5)), (4, (1, 6, 2)), (5, (2, 1, 1)), (case.integer(6, 9), (3, 2, 4))):
        images = draw(case, n, shape)
        expect.equal(learner.collate_images(images), joined(images), what=batch_of(images))


@check(
    {"en": "Three images of 3 x 3 x 3", "zh-CN": "三幅 3 x 3 x 3 的图像"},
    hint={
        "en": "All shapes look right here; `batch[0]` must be the first image.",
        "zh-CN": "这里任何形状看起来都对；`batch[0]` 必须是第一幅图像。",
    },
)
def stacks_in_front_even_if_all_sizes_agree(learner, case):
    images = draw(case, 3, (3, 3, 3))
    expect.equal(learner.collate_images(images), joined(images), what=batch_of(images))


@check(
    {"en": "A single image", "zh-CN": "只有一幅图像"},
    hint={
        "en": "One image makes a batch of one: (1, C, H, W).",
        "zh-CN": "一幅图像就是大小为 1 的批次：(1, C, H, W)。",
    },
)
def takes_a_single_image(learner, case):
    for shape in ((3, 4, 5), (1, 1, 1)):
        images = draw(case, 1, shape)
        expect.equal(learner.collate_images(images), joined(images), what=batch_of(images))


@check(
    {"en": "The dtype is kept", "zh-CN": "dtype 不变"},
    hint={
        "en": "`torch.empty` and `torch.zeros` make float32 unless told otherwise.",
        "zh-CN": "`torch.empty` 和 `torch.zeros` 不指定时生成 float32。",
    },
)
def keeps_the_dtype(learner, case):
    for dtype in (torch.uint8, torch.float64, torch.float16):
        images = draw(case, 3, (2, 4, 3), dtype)
        expect.equal(learner.collate_images(images), joined(images), what=batch_of(images))


@check(
    {"en": "The batch has memory of its own", "zh-CN": "批次拥有自己的内存"},
    points=2,
    hint={
        "en": "`image[None]` and `image.unsqueeze(0)` are views.",
        "zh-CN": "`image[None]` 和 `image.unsqueeze(0)` 都是视图。",
    },
)
def copies(learner, case):
    for n in (3, 1):
        images = draw(case, n, (3, 2, 4))
        wanted = joined(images)
        what = {
            "en": f"the batch of {n}, once the images were overwritten,",
            "zh-CN": f"图像被改写之后，大小为 {n} 的批次",
        }
        got = learner.fixtures.after_writing_into_the_images(
            learner.collate_images, [image.clone() for image in images]
        )
        expect.equal(got, wanted, what=what)
        got = learner.fixtures.images_after_writing_into_the_batch(
            learner.collate_images, [image.clone() for image in images]
        )
        for image, before in zip(got, images, strict=True):
            what = {"en": "an image, once the batch was overwritten,", "zh-CN": "批次被改写之后，图像"}
            expect.equal(image, before, what=what)


@check(
    {"en": "Images of different shapes raise", "zh-CN": "图像形状不一致时抛出异常"},
    points=2,
    hint={
        "en": "Some shapes slip through: channels that add up, one channel that is stretched, sides that are swapped.",
        "zh-CN": "有些形状会蒙混过关：通道数恰好凑得上、单通道被扩展、高和宽互换。",
    },
)
def refuses_different_shapes(learner, case):
    for shapes in (
        ((2, 4, 5), (4, 4, 5)),
        ((3, 4, 5), (1, 4, 5)),
        ((3, 4, 5), (3, 5, 4)),
        ((3, 4, 4), (3, 4, 1)),
        ((1, 4, 5), (3, 4, 5), (2, 4, 5)),
        ((3, 4, 5), (1, 4, 5), (3, 4, 5)),
        ((2, 3, 4), (2, 3, 5)),
    ):
        images = [case.randn(*shape) for shape in shapes]
        with expect.raises(
            Exception, what=f"`collate_images([{', '.join(f'torch.zeros{shape}' for shape in shapes)}])`"
        ):
            learner.collate_images(images)
