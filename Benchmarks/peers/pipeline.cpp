// SPDX-License-Identifier: Apache-2.0
// The whole job as an expert would put it together in C++: simdjson reads, Hyperscan finds words and regexes, PCRE2 confirms what
// Hyperscan can only suspect, and each post becomes a line with its points by topic and its best topic.
// It tells no places, no routes, no deadlines and no reasons, and hashes nothing. Its time leaves out the compiling.
// usage: pipeline KEYWORDS REGEXES POSTS.jsonl OUT.jsonl THREADS
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <simdjson.h>

#include <array>
#include <atomic>
#include <cstring>
#include <string_view>
#include <thread>

#include "common.hpp"

constexpr unsigned topic_count = 40;
constexpr size_t chunk_size = 2 << 20;

// The regexes that Hyperscan cannot decide, compiled for PCRE2; null for the others.
class Confirmer {
  std::vector<pcre2_code *> codes;

 public:
  explicit Confirmer(const std::vector<std::string> &regexes) {
    for (auto &regex : regexes) {
      pcre2_code *code = nullptr;
      if (looks_around(regex)) {
        int error;
        PCRE2_SIZE place;
        code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(regex.data()), regex.size(), PCRE2_UTF, &error, &place, nullptr);
        if (!code || pcre2_jit_compile(code, PCRE2_JIT_COMPLETE)) throw std::runtime_error("PCRE2 refuses " + regex);
      }
      codes.push_back(code);
    }
  }
  bool holds(unsigned regex, const std::string &text, pcre2_match_data *data) const {
    if (!codes[regex]) return true;
    return pcre2_jit_match(codes[regex], reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0, PCRE2_NO_UTF_CHECK, data,
                           nullptr) >= 0;
  }
};

// One thread's way from lines of JSON to lines of JSON.
class Worker {
  const Database &database;
  const Confirmer &confirmer;
  const unsigned regex_count;
  hs_scratch_t *scratch;
  pcre2_match_data *data = pcre2_match_data_create(8, nullptr);
  simdjson::ondemand::parser parser;
  std::string id, text;
  std::vector<unsigned> found;
  std::array<int, topic_count> points;

 public:
  Worker(const Database &database, const Confirmer &confirmer, unsigned regex_count)
      : database(database), confirmer(confirmer), regex_count(regex_count), scratch(database.make_scratch()) {}
  ~Worker() {
    hs_free_scratch(scratch);
    pcre2_match_data_free(data);
  }

  // `room` bytes may be read from the start of the line on.
  void decide(const char *line, size_t length, size_t room, std::string &out) {
    read(line, length, room);
    found.clear();
    database.scan(text.data(), text.size(), scratch, [](unsigned id, unsigned long long, unsigned long long, unsigned, void *found) -> int {
      static_cast<std::vector<unsigned> *>(found)->push_back(id);
      return 0;
    }, &found);
    points.fill(0);
    for (unsigned number : found) {
      if (number >= regex_count)
        points[(number - regex_count) % topic_count] += 1;
      else if (confirmer.holds(number, text, data))
        points[number % topic_count] += 3;
    }
    write(out);
  }

 private:
  void read(const char *line, size_t length, size_t room) {
    auto row = parser.iterate(line, length, room).value();
    std::string_view value;
    row["id"].get(value);
    id.assign(value);
    row["title"].get(value);
    text.assign(value);
    text += '\n';
    row["text"].get(value);
    text += value;
  }

  void write(std::string &out) const {
    out.append("{\"id\":\"").append(id).append("\",\"points\":{");
    unsigned best = topic_count;
    for (unsigned topic = 0; topic < topic_count; ++topic) {
      if (!points[topic]) continue;
      if (best < topic_count) out += ',';
      out.append("\"c").append(std::to_string(topic)).append("\":").append(std::to_string(points[topic]));
      if (best == topic_count || points[topic] > points[best]) best = topic;
    }
    if (best == topic_count)
      out.append("},\"label\":null}\n");
    else
      out.append("},\"label\":\"c").append(std::to_string(best)).append("\"}\n");
  }
};

// Where chunks of whole lines begin, and the end.
static std::vector<size_t> cut(const char *bytes, size_t size) {
  std::vector<size_t> cuts{0};
  while (cuts.back() + chunk_size < size) {
    auto *end = static_cast<const char *>(memchr(bytes + cuts.back() + chunk_size, '\n', size - cuts.back() - chunk_size));
    if (!end || size_t(end - bytes) + 1 == size) break;
    cuts.push_back(end - bytes + 1);
  }
  cuts.push_back(size);
  return cuts;
}

int main(int count, char **arguments) try {
  if (count != 6) throw std::runtime_error("usage: pipeline KEYWORDS REGEXES POSTS.jsonl OUT.jsonl THREADS");
  auto words = lines_of(arguments[1]), regexes = lines_of(arguments[2]);
  Stopwatch compiling;
  Confirmer confirmer(regexes);
  Database database;
  database.compile_regexes(regexes, words);
  double build = compiling.seconds();

  Stopwatch watch;
  simdjson::padded_string file = simdjson::padded_string::load(arguments[3]).value();
  const char *bytes = file.data();
  auto cuts = cut(bytes, file.size());
  std::vector<std::string> results(cuts.size() - 1);
  std::atomic<size_t> next{0}, posts{0};
  auto work = [&] {
    Worker worker(database, confirmer, regexes.size());
    for (size_t chunk; (chunk = next++) < results.size();) {
      size_t line = cuts[chunk];
      while (line < cuts[chunk + 1]) {
        auto *end = static_cast<const char *>(memchr(bytes + line, '\n', cuts[chunk + 1] - line));
        size_t length = end ? end - bytes - line : cuts[chunk + 1] - line;
        worker.decide(bytes + line, length, file.size() - line + simdjson::SIMDJSON_PADDING, results[chunk]);
        line += length + 1;
        ++posts;
      }
    }
  };
  std::vector<std::thread> others;
  for (int thread = 1; thread < atoi(arguments[5]); ++thread) others.emplace_back(work);
  work();
  for (auto &thread : others) thread.join();
  FILE *out = fopen(arguments[4], "wb");
  if (!out) throw std::runtime_error("cannot write");
  for (auto &result : results) fwrite(result.data(), 1, result.size(), out);
  fclose(out);
  printf("{\"seconds\":%.4f,\"processor\":%.4f,\"posts\":%zu,\"build\":%.3f}\n", watch.seconds(), watch.processor_seconds(),
         posts.load(), build);
} catch (const std::exception &error) {
  fprintf(stderr, "pipeline: %s\n", error.what());
  return 2;
}
