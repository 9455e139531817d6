// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The attributes of an element, during the call that hands them over.
@safe struct XMLAttributes: ~Copyable {
  // SAFETY: the parser keeps names and values, which come in pairs and end with a null, until the call returns, and the value
  // cannot be copied out of it.
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>) { unsafe self.pairs = pairs }

  /// Gives each attribute without a namespace to `body`: its name and its value.
  @inline(__always)
  func each(_ body: (_ name: Span<UInt8>, _ value: Span<UInt8>) -> Void) {
    var place = 0
    while let name = unsafe pairs[place], let value = unsafe pairs[place + 1] {
      let bytes = unsafe UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
      let others = unsafe UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
      unsafe body(
        Span(_unsafeStart: bytes, count: strlen(name)), Span(_unsafeStart: others, count: strlen(value)))
      place += 2
    }
  }

  /// The value of the attribute of that name.
  func string(_ name: StaticString) -> String? {
    var place = 0
    let wanted = unsafe UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    while let found = unsafe pairs[place], let value = unsafe pairs[place + 1] {
      if unsafe strcmp(found, wanted) == 0 { return unsafe String(cString: value) }
      place += 2
    }
    return nil
  }

  /// The value of the attribute `id` of any namespace: the reference to a relationship.
  var relationshipID: String? {
    var place = 0
    while let found = unsafe pairs[place], let value = unsafe pairs[place + 1] {
      if unsafe String(cString: found).hasSuffix("/relationships\u{1}id") { return unsafe String(cString: value) }
      place += 2
    }
    return nil
  }

  /// The number that the attribute of that name holds.
  func number(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) } }
}
