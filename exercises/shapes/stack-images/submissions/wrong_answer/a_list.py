# caught-by: stacks
# mistake: You seem to return a list.
# mistake[zh-CN]: 你似乎返回了列表。
"""A list of images."""


def collate_images(images):
    if any(image.shape != images[0].shape for image in images):
        raise ValueError
    return [image.clone() for image in images]
