# caught-by: stacks
# mistake: Your batch seems to repeat the first image.
# mistake[zh-CN]: 你的批次似乎只是重复了第一幅图像。
"""expand of the first image."""


def collate_images(images):
    if any(image.shape != images[0].shape for image in images):
        raise ValueError
    return images[0].repeat(len(images), 1, 1, 1)
