#include "golden_records.h"

#include <fstream>
#include <stdexcept>

std::string Record::value(const std::string& word) const {
    const std::vector<std::string> found = values(word);
    if (found.size() != 1) {
        throw std::runtime_error("not one value of " + word);
    }
    return found[0];
}

std::vector<std::string> Record::values(const std::string& word) const {
    std::vector<std::string> found;
    for (const auto& [key, rest] : lines) {
        if (key == word) {
            found.push_back(rest);
        }
    }
    return found;
}

std::vector<Record> golden_records(const std::string& file) {
    std::ifstream stream(std::string(GOLDEN) + "/" + file);
    if (!stream.is_open()) {
        throw std::runtime_error("no vectors in " + file);
    }
    std::vector<Record> records;
    Record record;
    const auto finish = [&] {
        if (!record.lines.empty()) {
            records.push_back(record);
            record.lines.clear();
        }
    };
    for (std::string line; std::getline(stream, line);) {
        if (line.empty()) {
            finish();
        } else if (line[0] != '#') {
            const size_t space = line.find(' ');
            const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
            record.lines.emplace_back(line.substr(0, space), rest);
        }
    }
    finish();
    return records;
}

ByteVector from_hex(const std::string& text) {
    ByteVector bytes;
    for (size_t at = 0; text != "-" && at + 1 < text.size(); at += 2) {
        bytes.push_back(static_cast<uint8_t>(std::stoi(text.substr(at, 2), nullptr, 16)));
    }
    return bytes;
}

std::string text_from_hex(const std::string& text) {
    const ByteVector bytes = from_hex(text);
    return {bytes.begin(), bytes.end()};
}
