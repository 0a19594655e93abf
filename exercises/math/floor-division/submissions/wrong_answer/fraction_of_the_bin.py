# caught-by: measures_the_offset
# mistake: Your offset seems to be a fraction of the bin: multiply it by the width.
# mistake[zh-CN]: 你的偏移似乎是占区间的比例：还要乘以 width。
def bin_and_offset(x, width):
    index = (x // width).long()
    return index, (x / width - index).to(x.dtype)
