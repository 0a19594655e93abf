# caught-by: refuses_different_shapes
# mistake: You seem to compare the first and the last shape only.
# mistake[zh-CN]: 你似乎只比较了第一个和最后一个的形状。


def collate_images(images):
    if images[0].shape != images[-1].shape:
        raise ValueError
    out = images[0].new_empty(len(images), *images[0].shape)
    for k, i in enumerate(images):
        out[k] = i
    return out
