# caught-by: finds_the_bin
# mistake: Your bins seem to be counted from 1.
# mistake[zh-CN]: 你的区间似乎从 1 开始编号。
def bin_and_offset(x, width):
    index = (x // width).long()
    return index + 1, x - index * width
