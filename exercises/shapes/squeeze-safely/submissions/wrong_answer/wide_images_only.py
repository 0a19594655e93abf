# caught-by: keeps_axes_of_one_pixel
# mistake: You seem to drop the width of images one pixel wide.
# mistake[zh-CN]: 对宽为一个像素的图像，你似乎把宽也去掉了。
"""Two axes may go."""


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return x.squeeze((1, 3))
