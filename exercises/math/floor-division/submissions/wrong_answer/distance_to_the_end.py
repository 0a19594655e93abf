# caught-by: measures_the_offset
# mistake: Your offset seems to be the distance to the end of the bin.
# mistake[zh-CN]: 你的偏移似乎是到区间终点的距离。
def bin_and_offset(x, width):
    index = (x // width).long()
    return index, (index + 1) * width - x
