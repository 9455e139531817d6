// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest

/// What a batch was made from and what came of it, by digests: the file `manifest.json`.
///
/// Whoever has the inputs and the pack of these digests, and gives the same time and options to the same version, gets
/// outputs of the same digests.
public struct BatchManifest: Hashable, Sendable {
  /// An input as it was read.
  public struct Input: Hashable, Sendable {
    /// The file as it was named to the program.
    public var file: String
    /// Its length.
    public var byteCount: Int
    /// The digest of all its bytes.
    public var digest: SHA256Digest

    /// What it turned out to be.
    public var nature: InputNature

    /// An input of that length and digest.
    public init(file: String, byteCount: Int, digest: SHA256Digest, nature: InputNature = InputNature()) {
      self.file = file
      self.byteCount = byteCount
      self.digest = digest
      self.nature = nature
    }
  }

  /// An option of the run.
  public struct Option: Hashable, Sendable {
    /// Its name on the command line, without the dashes.
    public var name: String
    /// What was meant, whether it was typed or not.
    public var value: String

    /// An option with its value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The version of the program.
  public var version: String
  /// The time of the run, in ISO 8601 with the offset of the pack's zone.
  public var time: String
  /// The folder of the pack, as it was named to the program.
  public var pack: String
  /// The digest of the pack, in hexadecimal.
  public var packDigest: String
  /// The options that change what is read or written, by their names, in order.
  public var options: [Option] = []
  /// The inputs, in the order in which they were read.
  public var inputs: [Input] = []
  /// The outputs, but for the manifest itself.
  public var outputs: [OutputFile.Written] = []

  /// The manifest of a run that has read and written nothing yet.
  public init(version: String, time: String, pack: String, packDigest: String) {
    self.version = version
    self.time = time
    self.pack = pack
    self.packDigest = packDigest
  }

  /// The bytes of `manifest.json`.
  public func json() -> [UInt8] {
    var json = JSONWriter(.indented)
    json.beginObject()
    json.key("fenliu")
    json.string(version)
    json.key("at")
    json.string(time)
    json.key("pack")
    json.beginObject()
    json.key("folder")
    json.string(pack)
    json.key("sha256")
    json.string(packDigest)
    json.endObject()
    json.key("options")
    json.beginObject()
    for option in options {
      json.key(named: option.name)
      json.string(option.value)
    }
    json.endObject()
    json.key("inputs")
    json.beginArray()
    for input in inputs { Self.write(input.file, input.byteCount, input.digest, input.nature, &json) }
    json.endArray()
    json.key("outputs")
    json.beginArray()
    for output in outputs { Self.write(output.name, output.byteCount, output.digest, InputNature(), &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.take()
  }

  private static func write(
    _ file: String, _ byteCount: Int, _ digest: SHA256Digest, _ nature: InputNature,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("file")
    json.string(file)
    json.key("bytes")
    json.number(byteCount)
    json.key("sha256")
    json.string(digest.description)
    nature.write(&json)
    json.endObject()
  }
}
