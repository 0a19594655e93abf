# caught-by: finds_the_bin
# mistake: You seem to round to the nearest: the second half of each bin lands in the next.
# mistake[zh-CN]: 你似乎四舍五入了：每个区间的后半部分落进了下一个区间。
def bin_and_offset(x, width):
    index = (x / width).round().long()
    return index, x - index * width
