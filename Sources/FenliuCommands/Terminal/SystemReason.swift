// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import Glibc

/// What the system says about an error number.
enum SystemReason {
  /// The system's sentence, such as "No such file or directory"; in Chinese for what people meet.
  static func text(of number: CInt) -> String {
    if SpokenLanguage.current == .chinese, let sentence = chinese[number] { return sentence }
    // glibc's strerror answers from memory of the calling thread.
    guard let sentence = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: sentence)
  }

  private static let chinese: [CInt: String] = [
    ENOENT: "没有这个文件或文件夹", EACCES: "没有权限", EPERM: "不允许这样做", EISDIR: "这是文件夹，不是文件", ENOTDIR: "路径中有一段不是文件夹",
    EEXIST: "已经存在", ENOSPC: "磁盘已满", EDQUOT: "超出磁盘配额", EROFS: "文件系统只读", EMFILE: "打开的文件太多", ENAMETOOLONG: "名称太长",
    EIO: "读写出错", ENOMEM: "内存不足", ELOOP: "链接绕成了圈", ENOTEMPTY: "文件夹不是空的", EFBIG: "文件太大",
  ]
}
