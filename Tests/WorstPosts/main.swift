// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import FoundationEssentials
import Glibc

// What a post of up to 1 MB costs at worst; `scripts/measure-worst` has the ways to start it. Not part of the product.
let options = try Options(CommandLine.arguments.dropFirst())
let campaign = try Campaign(options)
let worst = try await campaign.run()
if let limit = options.limit, worst * 1000 > limit {
  print("worst-posts: over \(limit) ms")
  exit(1)
}
