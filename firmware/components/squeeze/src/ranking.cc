#include "squeeze/ranking.h"

namespace squeeze {

size_t rank(Span<const int8_t> scores, Span<uint16_t> top) {
    size_t count = 0;
    for (size_t number = 0; number < scores.size(); ++number) {
        size_t place = count;
        while (place > 0 && scores[number] > scores[top[place - 1]]) {
            --place;
        }
        if (place == top.size()) {
            continue;
        }
        count += count < top.size() ? 1 : 0;
        for (size_t i = count - 1; i > place; --i) {
            top[i] = top[i - 1];
        }
        top[place] = static_cast<uint16_t>(number);
    }
    return count;
}

}  // namespace squeeze
