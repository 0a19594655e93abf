# caught-by: counts_in_int64
# mistake: The index is not rounded, or has the wrong type.
# mistake[zh-CN]: 编号没有取整，或者类型不对。
def bin_and_offset(x, width):
    index = x / width
    return index, x - index * width
