"""Hidden checks of the exercise cnn-view-bug."""

import torch
import torch.nn.functional as F

from quizzer.checks import check, expect


def run(p, x):
    """What the network should compute with these parameters."""
    x = F.max_pool2d(torch.relu(F.conv2d(x, p["conv1.weight"], p["conv1.bias"])), 2)
    x = F.max_pool2d(torch.relu(F.conv2d(x, p["conv2.weight"], p["conv2.bias"])), 2)
    x = torch.relu(F.linear(x.flatten(1), p["fc1.weight"], p["fc1.bias"]))
    return F.linear(x, p["fc2.weight"], p["fc2.bias"])


@check(
    {"en": "Ten scores for each image", "zh-CN": "每张图片 10 个分数"},
    points=3,
    hint={
        "en": "Where does the network shrink the images from 28 x 28 to 4 x 4?",
        "zh-CN": "网络在哪里把图片从 28 x 28 缩小到 4 x 4？",
    },
    visible=True,
)
def gives_a_row_per_image(learner, case):
    model = learner.SmallCNN()
    for n in (6, 1, 2):
        what = {"en": f"the result for {n} images", "zh-CN": f"{n} 张图片的结果"}
        expect.tensor(model(case.randn(n, 1, 28, 28)), shape=(n, 10), what=what)


@check(
    {"en": "The scores are those of the network", "zh-CN": "分数与网络的定义一致"},
    points=2,
    hint={
        "en": "Convolution, ReLU, max-pooling; twice; then the two linear layers, with ReLU in between only.",
        "zh-CN": "卷积、ReLU、最大池化，两次；然后是两个线性层，只有它们之间有 ReLU。",
    },
)
def computes_the_right_scores(learner, case):
    model = learner.SmallCNN()
    x = case.randn(4, 1, 28, 28) * 3
    want = run(learner.fixtures.parameters(model), x)
    expect.close(model(x), want, rtol=1e-3, atol=1e-4, what={"en": "the output", "zh-CN": "输出"})


@check(
    {"en": "Each row depends on its own image only", "zh-CN": "每一行只取决于对应的图片"},
    points=2,
    hint={
        "en": "The batch axis stays apart from all others: flatten from axis 1 on.",
        "zh-CN": "批维度始终独立：从第 1 轴开始展平。",
    },
)
def keeps_images_apart(learner, case):
    model = learner.SmallCNN()
    x = case.randn(5, 1, 28, 28) * 3
    changed = case.integer(0, 4)
    other = x.clone()
    other[changed] = case.randn(1, 28, 28) * 3
    before, after = (expect.tensor(model(images), shape=(5, 10)) for images in (x, other))
    rest = [i for i in range(5) if i != changed]
    what = {"en": "the output for the other images after one was changed", "zh-CN": "改变一张图片之后其他图片的分数"}
    expect.close(after[rest], before[rest], rtol=1e-4, atol=1e-5, what=what)
    expect.that(
        not torch.allclose(after[changed], before[changed], rtol=1e-3, atol=1e-4),
        {
            "en": "The scores of an image that was changed should change, but they do not.",
            "zh-CN": "改变一张图片之后，它的分数应当改变，实际没有。",
        },
    )


@check(
    {"en": "Images of a wrong size raise", "zh-CN": "图片大小不对时抛出异常"},
    points=3,
    hint={
        "en": "view(-1, 800) accepts every number of elements that divides by 800, and mixes the images.",
        "zh-CN": "只要元素总数能被 800 整除，view(-1, 800) 就接受，并把图片混在一起。",
    },
)
def refuses_other_sizes(learner, case):
    model = learner.SmallCNN()
    # After two poolings 32 x 32 leaves 1250 numbers an image: 16 images are 25 rows of 800. 44 x 44 leaves 3200.
    for n, size in ((16, 32), (2, 44), (1, 44), (16, 36), (1, 60)):
        shape = learner.fixtures.raises(model, [n, 1, size, size])
        expect.that(
            shape is None,
            {
                "en": f"{n} images of {size} x {size} should raise an exception, but they give a result of shape {shape}.",
                "zh-CN": f"{n} 张 {size} x {size} 的图片应抛出异常，实际得到形状为 {shape} 的结果。",
            },
        )


@check(
    {"en": "Every parameter gets its gradient", "zh-CN": "每个参数都得到梯度"},
    hint={
        "en": "All four layers take part, and nothing is detached.",
        "zh-CN": "四个层都要参与计算，不要 detach。",
    },
)
def trains_every_parameter(learner, case):
    model = learner.SmallCNN()
    x, upstream = case.randn(3, 1, 28, 28) * 3, case.randn(3, 10)
    leaves = {name: value.requires_grad_() for name, value in learner.fixtures.parameters(model).items()}
    want = torch.autograd.grad(run(leaves, x), list(leaves.values()), upstream)
    got = learner.fixtures.gradients(model, x, upstream)
    for name, right in zip(leaves, want, strict=True):
        # float32 sums over thousands of terms: compared by the size of the whole gradient.
        scale = right.abs().max().item()
        value = expect.tensor(got.get(name), shape=tuple(right.shape), what=f"{name}.grad")
        expect.close(value, right, rtol=1e-2, atol=1e-3 * scale, what=f"{name}.grad")


@check(
    {"en": "The layers keep their names and sizes", "zh-CN": "各层的名字和大小不变"},
    hint={
        "en": "fc1 keeps its 800 inputs: the bug is elsewhere.",
        "zh-CN": "fc1 仍有 800 个输入：错误在别处。",
    },
)
def keeps_the_layers(learner, case):
    got = learner.fixtures.parameters(learner.SmallCNN())
    shapes = {
        "conv1.weight": (20, 1, 5, 5),
        "conv1.bias": (20,),
        "conv2.weight": (50, 20, 5, 5),
        "conv2.bias": (50,),
        "fc1.weight": (500, 800),
        "fc1.bias": (500,),
        "fc2.weight": (10, 500),
        "fc2.bias": (10,),
    }
    for name, shape in shapes.items():
        expect.tensor(got[name], shape=shape, what=name)
