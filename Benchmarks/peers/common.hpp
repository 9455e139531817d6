// SPDX-License-Identifier: Apache-2.0
// What the peers written in C++ share: lines of a file, clocks, medians, and a Hyperscan database that frees itself.
#pragma once
#include <hs.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

inline std::vector<std::string> lines_of(const char *path) {
  std::ifstream file(path);
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

// Seconds by the clock and of processor time of the whole process since it was made.
class Stopwatch {
  timespec clock_start;
  double processor_start;
  static double processor() {
    rusage use;
    getrusage(RUSAGE_SELF, &use);
    return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
  }

 public:
  Stopwatch() : processor_start(processor()) { clock_gettime(CLOCK_MONOTONIC, &clock_start); }
  double seconds() const {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec - clock_start.tv_sec + (now.tv_nsec - clock_start.tv_nsec) / 1e9;
  }
  double processor_seconds() const { return processor() - processor_start; }
};

inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// Whether Hyperscan can only say that a regex may match: it has no look at what stands around.
inline bool looks_around(const std::string &regex) {
  for (const char *sign : {"(?=", "(?!", "(?<=", "(?<!"})
    if (regex.find(sign) != std::string::npos) return true;
  return false;
}

class Database {
  hs_database_t *database = nullptr;

 public:
  Database() = default;
  Database(const Database &) = delete;
  ~Database() { hs_free_database(database); }

  void compile_literals(const std::vector<std::string> &words) {
    std::vector<const char *> texts;
    std::vector<size_t> lengths;
    std::vector<unsigned> flags(words.size(), 0), ids;
    for (auto &word : words) {
      ids.push_back(texts.size());
      texts.push_back(word.data());
      lengths.push_back(word.size());
    }
    hs_compile_error_t *error = nullptr;
    check(hs_compile_lit_multi(texts.data(), flags.data(), ids.data(), lengths.data(), texts.size(), HS_MODE_BLOCK, nullptr,
                               &database, &error), error);
  }

  // The regexes, numbered from 0, then the words; each told once a post.
  void compile_regexes(const std::vector<std::string> &regexes, const std::vector<std::string> &words = {}) {
    std::vector<std::string> quoted;
    for (auto &word : words) quoted.push_back("\\Q" + word + "\\E");
    std::vector<const char *> texts;
    std::vector<unsigned> flags, ids;
    auto add = [&](const std::string &text, unsigned extra) {
      ids.push_back(texts.size());
      texts.push_back(text.c_str());
      flags.push_back(HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | extra);
    };
    for (auto &regex : regexes) add(regex, looks_around(regex) ? HS_FLAG_PREFILTER : 0);
    for (auto &text : quoted) add(text, 0);
    hs_compile_error_t *error = nullptr;
    check(hs_compile_multi(texts.data(), flags.data(), ids.data(), texts.size(), HS_MODE_BLOCK, nullptr, &database, &error), error);
  }

  hs_scratch_t *make_scratch() const {
    hs_scratch_t *scratch = nullptr;
    if (hs_alloc_scratch(database, &scratch) != HS_SUCCESS) throw std::runtime_error("no scratch");
    return scratch;
  }

  void scan(const char *text, size_t length, hs_scratch_t *scratch, match_event_handler handler, void *context) const {
    if (hs_scan(database, text, length, 0, scratch, handler, context) != HS_SUCCESS) throw std::runtime_error("a scan failed");
  }

 private:
  static void check(hs_error_t result, hs_compile_error_t *error) {
    if (result == HS_SUCCESS) return;
    throw std::runtime_error(error ? error->message : "does not compile");
  }
};
