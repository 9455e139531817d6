// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

extension MapLoader {
  /// `ID: {title, names, …}`. A department about which nothing is said is called by its id.
  func departments(_ node: YAMLNode, _ places: inout MapPlaces) -> [Department] {
    guard let entries = node.entries(findings) else { return [] }
    var departments: [Department] = []
    var parents: [(place: Int, name: YAMLScalar)] = []
    for entry in entries {
      var department = Department(key: entry.key, title: entry.key)
      var names: [SourceSpan] = []
      if !entry.value.isEmpty, let reader = MappingReader(entry.value, .department, findings) {
        read(reader, into: &department, names: &names)
        if let parent = reader.text("part-of") { parents.append((departments.count, parent)) }
      }
      departments.append(department)
      places.departments.append(entry.keySpan)
      places.names.append(names)
      places.partOf.append(nil)
    }
    let index = DepartmentIndex(departments)
    for (place, name) in parents {
      departments[place].partOf = department(name, index)
      places.partOf[place] = name.span
    }
    return departments
  }

  private func read(_ reader: MappingReader, into department: inout Department, names: inout [SourceSpan]) {
    if let title = reader.text("title") { department.title = title.text }
    for name in reader.texts("names") ?? [] {
      department.names.append(name.text)
      names.append(name.span)
    }
    department.contact = reader.text("contact")?.text
    let kinds = Department.Kind.allCases.map { (name: $0.rawValue, value: $0) }
    if let kind = reader.choice("kind", among: kinds) { department.kind = kind }
    department.isAroundTheClock = reader.flag("around-the-clock") ?? false
    if let node = reader.value("hours") { department.hours = hours(node) }
  }
}
