# caught-by: measures_the_offset
# mistake: You seem to subtract the index itself: multiply it by the width first.
# mistake[zh-CN]: 你似乎直接减去了编号：应先乘以 width。
def bin_and_offset(x, width):
    index = (x // width).long()
    return index, x - index
