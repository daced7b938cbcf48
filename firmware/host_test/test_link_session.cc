#include "link_session_test.h"

TEST_F(LinkSessionTest, SaysWhoItIsToWhoeverAsks) {
    const Heard hello = ask(Kind::kAskHello, {});
    ASSERT_EQ(hello.payload.size(), 172U);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(hello.payload.data())), "1.2.3");
    ByteReader reader(view(hello.payload).part(98));
    EXPECT_EQ(reader.u16(), 0);
    EXPECT_EQ(copy(reader.bytes(32)), copy(board_.image().sha256));
    EXPECT_EQ(reader.u16(), board_.image().classes);
    ByteReader line(view(hello.payload).part(164));
    EXPECT_EQ(line.u32(), fakes::kTraits.highest_baud);
    EXPECT_EQ(line.u32(), fakes::kTraits.window);
}

TEST_F(LinkSessionTest, RunsTheModelOnAnImageThatArrivedInParts) {
    const ByteVector values = input_image();
    upload(values);
    const Heard answer = ask(Kind::kPredict, {});
    EXPECT_EQ(answer.kind, 0x87);
    ByteReader reader(view(answer.payload));
    reader.bytes(8);
    EXPECT_EQ(reader.u32(), model_.decode_microseconds());
    EXPECT_EQ(reader.u16(), 3);
    EXPECT_EQ(reader.u16(), 3);
    for (size_t i = 0; i < 3; ++i) {
        uint32_t sum = 0;
        for (size_t at = i; at < values.size(); at += 3) {
            sum += board_.image().input.codes[values[at]];
        }
        EXPECT_EQ(reader.i8(), static_cast<int>(sum % 200) - 100);
    }
}

TEST_F(LinkSessionTest, NamesNoClassWhenTheModelIsNotSure) {
    ModelImage image = board_.image();
    image.output.sure_score = INT8_MAX;
    ASSERT_TRUE(board_.take_image(image));
    board_.start_model({memory_.data(), memory_.size()});
    upload(input_image());
    const Heard answer = ask(Kind::kPredict, {});
    EXPECT_EQ(answer.kind, 0x87);
    ByteReader reader(view(answer.payload));
    reader.bytes(12);
    EXPECT_EQ(reader.u16(), 3) << "scores";
    EXPECT_EQ(reader.u16(), 0) << "classes";
    EXPECT_EQ(reader.rest().size(), 3U);
    EXPECT_EQ(board_.last_prediction().top.size(), 3U) << "a display names the likeliest";
}

TEST_F(LinkSessionTest, RunsTheModelOnceHoweverOftenItIsAsked) {
    upload(input_image());
    const Heard first = ask(Kind::kPredict, {}, 50);
    EXPECT_EQ(ask(Kind::kPredict, {}, 50).payload, first.payload);
    EXPECT_EQ(model_.runs, 1);
    EXPECT_EQ(ask(Kind::kPredict, {}, 51).payload, first.payload) << "the image is kept";
    EXPECT_EQ(model_.runs, 2);
}

TEST_F(LinkSessionTest, AnswersAPartOutOfTurnWithHowMuchHasArrived) {
    ask(Kind::kBeginImage, shape());
    send_part(0, ByteVector(10, 1));
    send_part(20, ByteVector(10, 1));
    send_part(0, ByteVector(10, 1));
    const auto frames = heard();
    ASSERT_EQ(frames.size(), 3U);
    for (const Heard& frame : frames) {
        EXPECT_EQ(frame.payload, number(10));
    }
}

TEST_F(LinkSessionTest, RefusesAnImageThatIsNotWholeOrNotOfItsShape) {
    EXPECT_EQ(refusal(Kind::kPredict, {}), Status::kImageIncomplete);
    EXPECT_EQ(refusal(Kind::kBeginImage, {1, 0, 1, 0, 3}), Status::kImageShape);
    ask(Kind::kBeginImage, shape());
    EXPECT_EQ(refusal(Kind::kPredict, {}), Status::kImageIncomplete);
    ByteVector too_much = number(0);
    too_much.resize(kMostPayload);
    for (uint32_t at = 0; at + 1084 <= board_.image().input.bytes(); at += 1084) {
        send_part(at, ByteVector(1084));
    }
    heard();
    const auto received = static_cast<uint32_t>(board_.inbox().received);
    too_much = number(received);
    too_much.resize(kMostPayload);
    EXPECT_EQ(refusal(Kind::kImagePart, too_much), Status::kBadRequest);
}

TEST_F(LinkSessionTest, TakesAnImageFromOneLineAtATime) {
    upload(input_image());
    send_to_other(Kind::kBeginImage, shape());
    EXPECT_EQ(refusal(Kind::kPredict, {}), Status::kImageIncomplete);
}

TEST_F(LinkSessionTest, KeepsAnImageThatAnotherLineSendsStrayFramesInto) {
    const ByteVector image = input_image();
    ask(Kind::kBeginImage, shape());
    send_part(0, copy(view(image).part(0, 1000)));
    heard();
    send_to_other(Kind::kImagePart, {0, 0, 0, 0, 1, 2, 3});
    send_to_other(Kind::kImagePart, {0xE8, 3, 0, 0, 1, 2, 3});
    send_to_other(Kind::kPredict, {});
    send_to_other(Kind::kBeginImage, {1, 0, 1, 0, 1});
    EXPECT_EQ(board_.inbox().received, 1000U);
    for (size_t at = 1000; at < image.size(); at += 1000) {
        send_part(static_cast<uint32_t>(at), copy(view(image).part(at, 1000)));
    }
    heard();
    EXPECT_EQ(ask(Kind::kPredict, {}).kind, 0x87);
    EXPECT_EQ(copy(board_.inbox().seen), image);
}

TEST_F(LinkSessionTest, SaysWhyThereIsNoModel) {
    board_.refuse(Status::kModelDamaged, "");
    const Heard hello = ask(Kind::kAskHello, {});
    EXPECT_EQ(hello.payload.at(98), static_cast<uint8_t>(Status::kModelDamaged));
    EXPECT_EQ(refusal(Kind::kBeginImage, shape()), Status::kModelDamaged);
    EXPECT_EQ(refusal(Kind::kAskLabels, {0, 0}), Status::kModelDamaged);
    EXPECT_EQ(refusal(Kind::kWatch, {5, 0}), Status::kModelDamaged);
    EXPECT_EQ(ask(Kind::kPing, number(77)).payload, number(77));
}

TEST_F(LinkSessionTest, ReportsAModelThatFailsAndTakesTheNextImage) {
    model_.fails = true;
    upload(input_image());
    EXPECT_EQ(refusal(Kind::kPredict, {}), Status::kInferenceFailed);
    EXPECT_EQ(ask(Kind::kAskHello, {}).payload.at(98), static_cast<uint8_t>(Status::kInferenceFailed));
    model_.fails = false;
    upload(input_image());
    EXPECT_EQ(ask(Kind::kPredict, {}).kind, 0x87);
    EXPECT_EQ(board_.status(), Status::kReady);
}

TEST_F(LinkSessionTest, ListsLabelsAndOperators) {
    const Heard labels = ask(Kind::kAskLabels, {1, 0});
    ByteVector expected = {3, 0, 1, 0};
    const Bytes all = board_.labels();
    const size_t first = label_at(all, 0).size() + 1;
    expected.insert(expected.end(), all.begin() + first, all.end());
    EXPECT_EQ(labels.payload, expected);
    EXPECT_EQ(ask(Kind::kAskProfile, {0, 0}).payload, (ByteVector{0, 0, 0, 0}));
    upload(input_image());
    ask(Kind::kPredict, {});
    const Heard profile = ask(Kind::kAskProfile, {1, 0});
    ASSERT_EQ(profile.payload.size(), 4 + kOperatorEntryBytes);
    EXPECT_EQ(profile.payload[4], 7);
    EXPECT_EQ(std::string(reinterpret_cast<const char*>(&profile.payload[8])), "TFLM_DECODE");
    EXPECT_EQ(ask(Kind::kAskProfile, {9, 0}).payload, (ByteVector{2, 0, 9, 0}));
}

TEST_F(LinkSessionTest, RefusesWhatItCannotRead) {
    EXPECT_EQ(refusal(static_cast<Kind>(0x7F), {}), Status::kUnknownRequest);
    EXPECT_EQ(refusal(Kind::kAskHello, {1}), Status::kBadRequest);
    EXPECT_EQ(refusal(Kind::kAskLabels, {1}), Status::kBadRequest);
    EXPECT_EQ(refusal(Kind::kImagePart, {1, 2, 3}), Status::kBadRequest);
    EXPECT_EQ(refusal(Kind::kPing, {}), Status::kBadRequest);
    EXPECT_EQ(refusal(Kind::kAskPins, {1}), Status::kBadRequest);
    send(static_cast<uint8_t>(Kind::kAskHello), 4, {}, 2);
    const auto frames = heard();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].payload.at(0), static_cast<uint8_t>(Status::kLinkVersion));
}

TEST_F(LinkSessionTest, NeverAnswersAnAnswer) {
    for (const uint8_t kind : {0x81, 0xC0, 0xFF}) {
        send(kind, 1, {});
    }
    EXPECT_TRUE(line_.written.empty());
}

TEST_F(LinkSessionTest, ChangesItsSpeedAfterTheAnswer) {
    const ByteVector fast = number(460800);
    EXPECT_EQ(ask(Kind::kSetSpeed, fast).payload, fast);
    EXPECT_EQ(line_.bauds, (std::vector<uint32_t>{460800}));
    EXPECT_EQ(ask(Kind::kConfirmSpeed, fast).payload, fast);
    fakes::moment += 5'000'000;
    session_->tick();
    EXPECT_EQ(line_.bauds.size(), 1U);
}

TEST_F(LinkSessionTest, TakesAnUnconfirmedSpeedBack) {
    ask(Kind::kSetSpeed, number(460800));
    EXPECT_EQ(refusal(Kind::kConfirmSpeed, number(921600)), Status::kBadRequest);
    fakes::moment += 1'400'000;
    session_->tick();
    EXPECT_EQ(line_.bauds.size(), 1U);
    fakes::moment += 200'000;
    session_->tick();
    EXPECT_EQ(line_.bauds, (std::vector<uint32_t>{460800, 115200}));
}

TEST_F(LinkSessionTest, GoesBackToItsFirstSpeedWhenTheComputerIsSilent) {
    ask(Kind::kSetSpeed, number(921600));
    ask(Kind::kConfirmSpeed, number(921600));
    EXPECT_TRUE(session_->is_heard());
    fakes::moment += 10'100'000;
    session_->tick();
    session_->tick();
    EXPECT_FALSE(session_->is_heard());
    EXPECT_EQ(line_.bauds, (std::vector<uint32_t>{921600, 115200}));
}

TEST_F(LinkSessionTest, RefusesASpeedThatItCannotTake) {
    EXPECT_EQ(refusal(Kind::kSetSpeed, number(2'000'000)), Status::kSpeedRefused);
    EXPECT_EQ(refusal(Kind::kSetSpeed, number(0)), Status::kSpeedRefused);
    EXPECT_TRUE(line_.bauds.empty());
}

TEST_F(LinkSessionTest, IsWatchedForAsLongAsTheComputerAsked) {
    EXPECT_EQ(refusal(Kind::kWatch, {3, 0}), Status::kNoCamera);
    EXPECT_FALSE(session_->is_watched());
    board_.set_camera(Status::kCameraFailed, "no sensor answers");
    const Heard refused = ask(Kind::kWatch, {3, 0});
    EXPECT_EQ(refused.payload.at(0), static_cast<uint8_t>(Status::kCameraFailed));
    EXPECT_NE(std::string(refused.payload.begin(), refused.payload.end()).find("no sensor answers"),
              std::string::npos);
    board_.set_camera(Status::kReady);
    EXPECT_EQ(ask(Kind::kWatch, {3, 0}).payload, (ByteVector{3, 0}));
    EXPECT_TRUE(session_->is_watched());
    fakes::moment += 3'100'000;
    EXPECT_FALSE(session_->is_watched());
    ask(Kind::kWatch, {3, 0});
    ask(Kind::kWatch, {0, 0});
    EXPECT_FALSE(session_->is_watched());
}

TEST_F(LinkSessionTest, SendsAShotInPartsWithItsPrediction) {
    const ByteVector jpeg(2500, 0xD8);
    const int8_t scores[] = {-5, 6};
    const uint16_t top[] = {1};
    Prediction prediction;
    prediction.scores = scores;
    prediction.top = top;
    session_->send_shot({7, view(jpeg), 160, 120}, prediction);
    const auto frames = heard();
    ASSERT_EQ(frames.size(), 5U);
    EXPECT_EQ(frames[0].kind, 0xC2);
    ByteVector together;
    for (int i = 1; i <= 3; ++i) {
        EXPECT_EQ(frames[static_cast<size_t>(i)].kind, 0xC3);
        const ByteVector& part = frames[static_cast<size_t>(i)].payload;
        together.insert(together.end(), part.begin() + 8, part.end());
    }
    EXPECT_EQ(together, jpeg);
    EXPECT_EQ(frames[4].kind, 0xC4);
    EXPECT_EQ(frames[4].payload.at(0), 7);
}

TEST_F(LinkSessionTest, SaysThingsForTheLog) {
    session_->log(LogLevel::kWarning, "careful");
    const auto frames = heard();
    ASSERT_EQ(frames.size(), 1U);
    EXPECT_EQ(frames[0].kind, 0xC1);
    EXPECT_EQ(frames[0].sequence, 0);
    EXPECT_EQ(frames[0].payload, (ByteVector{2, 'c', 'a', 'r', 'e', 'f', 'u', 'l'}));
}

TEST_F(LinkSessionTest, WritesALineAsPlainTextAndTellsWhoeverListens) {
    session_->write_line(1, "a cup");
    EXPECT_EQ(std::string(line_.written.begin(), line_.written.end()), "a cup\r\n");
    session_->tell_pin(13, true);
    EXPECT_EQ(line_.written.size(), 7U) << "nobody listens";
    line_.written.clear();
    ask(Kind::kPing, number(5));
    EXPECT_EQ(ask(Kind::kAskPins, {}).payload, ByteVector()) << "no actions, no pins";
    session_->write_line(1, "a cup");
    EXPECT_EQ(std::string(line_.written.begin(), line_.written.begin() + 7), "a cup\r\n");
    session_->tell_pin(13, true);
    const auto frames = heard();
    ASSERT_EQ(frames.size(), 2U);
    EXPECT_EQ(frames[0].kind, 0xC6);
    EXPECT_EQ(frames[0].payload, (ByteVector{1, 0, 'a', ' ', 'c', 'u', 'p'}));
    EXPECT_EQ(frames[1].kind, 0xC5);
    EXPECT_EQ(frames[1].payload, (ByteVector{13, 1}));
}

TEST_F(LinkSessionTest, GivesBackTheImageThatEnteredTheNetwork) {
    EXPECT_EQ(refusal(Kind::kAskInput, number(0)), Status::kImageIncomplete);
    const ByteVector values = input_image();
    upload(values);
    EXPECT_EQ(refusal(Kind::kAskInput, number(0)), Status::kImageIncomplete) << "not yet predicted";
    ask(Kind::kPredict, {});
    ByteVector told;
    while (told.size() < values.size()) {
        const Heard part = ask(Kind::kAskInput, number(static_cast<uint32_t>(told.size())));
        ASSERT_EQ(part.kind, 0x8C);
        ByteReader reader(view(part.payload));
        EXPECT_EQ(reader.u32(), values.size());
        EXPECT_EQ(reader.u32(), told.size());
        const ByteVector data = copy(reader.rest());
        ASSERT_FALSE(data.empty());
        told.insert(told.end(), data.begin(), data.end());
    }
    EXPECT_EQ(told, values);
    EXPECT_EQ(refusal(Kind::kAskInput, number(static_cast<uint32_t>(values.size()))), Status::kBadRequest);
    ask(Kind::kBeginImage, shape());
    EXPECT_EQ(refusal(Kind::kAskInput, number(0)), Status::kImageIncomplete);
}

TEST_F(LinkSessionTest, SendsWhatEnteredTheNetworkWithAnImageOfTheCameraWhereThatIsWatched) {
    board_.set_camera(Status::kReady);
    const ByteVector pixels(160 * 120 * 2, 0xA5);
    const auto shoot = [&] {
        Prediction prediction;
        Text detail;
        const ImageView seen = {view(pixels), 160, 120, PixelFormat::kRgb565};
        EXPECT_EQ(board_.predict_view(seen, prediction, detail), Status::kReady);
        const uint8_t jpeg[] = {1, 2, 3};
        session_->send_shot({7, jpeg, 160, 120}, prediction);
        return heard();
    };
    EXPECT_EQ(ask(Kind::kWatch, {10, 0}).kind, 0x89);
    EXPECT_EQ(shoot().size(), 3U) << "image, part, prediction";
    EXPECT_EQ(ask(Kind::kWatchInputs, {10, 0}).kind, 0x8D);
    const auto frames = shoot();
    ByteVector told;
    for (const Heard& frame : frames) {
        if (frame.kind == 0xC7) {
            ByteReader reader(view(frame.payload));
            EXPECT_EQ(reader.u32(), 7U);
            EXPECT_EQ(reader.u32(), board_.image().input.bytes());
            EXPECT_EQ(reader.u32(), told.size());
            const ByteVector data = copy(reader.rest());
            told.insert(told.end(), data.begin(), data.end());
        }
    }
    EXPECT_EQ(told, copy(board_.inbox().seen));
    EXPECT_EQ(told.size(), board_.image().input.bytes());
    EXPECT_EQ(frames.back().kind, 0xC4);
    // An image that is just arriving is not disturbed, and an image of the camera is then without its square.
    ask(Kind::kBeginImage, shape());
    send_part(0, copy(view(input_image()).part(0, 1000)));
    heard();
    EXPECT_EQ(shoot().size(), 3U);
    EXPECT_EQ(board_.inbox().received, 1000U);
    upload(input_image());
    EXPECT_EQ(shoot().size(), 3U) << "complete, and not yet predicted";
    EXPECT_EQ(ask(Kind::kPredict, {}, 77).kind, 0x87);
    EXPECT_GT(shoot().size(), 3U);
}
