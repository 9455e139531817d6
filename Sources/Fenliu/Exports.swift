// SPDX-License-Identifier: Apache-2.0

// A service needs one line, `import Fenliu`: the values that go in and come out are part of it.
@_exported public import FenliuCalendar
@_exported public import FenliuDiagnostics
@_exported public import FenliuEvasion
@_exported public import FenliuModel
