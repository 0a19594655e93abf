# caught-by: finds_the_bin_of_negative_numbers
# mistake: A cast to an integer drops the fraction: it rounds towards zero.
# mistake[zh-CN]: 转换成整数会丢掉小数部分，也就是向零取整。
def bin_and_offset(x, width):
    index = (x / width).long()
    return index, x - index * width
