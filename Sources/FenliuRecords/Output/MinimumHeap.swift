// SPDX-License-Identifier: Apache-2.0

/// Values of which the least is at hand.
struct MinimumHeap<Element: Comparable> {
  /// Invariant: no element is less than the one at half its place, counted from 1.
  private var elements: [Element]

  init(_ elements: [Element]) {
    // A sorted list is a heap.
    self.elements = elements.sorted()
  }

  /// The least element.
  var least: Element? { elements.first }

  /// Puts another element in place of the least.
  mutating func replaceLeast(with element: Element) {
    elements[0] = element
    sink()
  }

  /// Takes the least element away.
  mutating func removeLeast() {
    elements.swapAt(0, elements.count - 1)
    elements.removeLast()
    sink()
  }

  private mutating func sink() {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < elements.count else { return }
      if child + 1 < elements.count, elements[child + 1] < elements[child] { child += 1 }
      guard elements[child] < elements[place] else { return }
      elements.swapAt(child, place)
      place = child
    }
  }
}
