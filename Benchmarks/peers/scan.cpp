// SPDX-License-Identifier: Apache-2.0
// Hyperscan alone, block mode, one call a post, one thread: literals (all occurrences) or regexes (once a post, those that look
// around not confirmed).
// usage: scan literals|regexes PATTERNS POSTS.txt ROUNDS
#include <cstring>

#include "common.hpp"

int main(int count, char **arguments) try {
  if (count != 5) throw std::runtime_error("usage: scan literals|regexes PATTERNS POSTS.txt ROUNDS");
  auto patterns = lines_of(arguments[2]), posts = lines_of(arguments[3]);
  Stopwatch compiling;
  Database database;
  if (strcmp(arguments[1], "literals") == 0)
    database.compile_literals(patterns);
  else
    database.compile_regexes(patterns);
  double build = compiling.seconds();
  hs_scratch_t *scratch = database.make_scratch();
  size_t bytes = 0;
  for (auto &post : posts) bytes += post.size();

  std::vector<double> seconds;
  unsigned long hits = 0;
  auto note = [](unsigned, unsigned long long, unsigned long long, unsigned, void *hits) -> int {
    ++*static_cast<unsigned long *>(hits);
    return 0;
  };
  for (int round = 0; round < atoi(arguments[4]); ++round) {
    hits = 0;
    Stopwatch watch;
    for (auto &post : posts) database.scan(post.data(), post.size(), scratch, note, &hits);
    seconds.push_back(watch.processor_seconds());
  }
  printf("{\"megabytes-a-second\":%.1f,\"hits\":%lu,\"posts\":%zu,\"build\":%.3f}\n", bytes / 1e6 / median(seconds), hits,
         posts.size(), build);
  hs_free_scratch(scratch);
} catch (const std::exception &error) {
  fprintf(stderr, "scan: %s\n", error.what());
  return 2;
}
