#pragma once

#include "lens/layers.h"

#include <QCoreApplication>

namespace swb::ui {

/// The words for headers and their fields, in the language of the window.
class LayerWords
{
    Q_DECLARE_TR_FUNCTIONS(swb::ui::LayerWords)

public:
    static QString layer(const lens::Layer &layer); ///< "Transport: TCP"
    static QString field(lens::FieldId id); ///< "Source port"
    static QString explanation(lens::FieldId id); ///< a sentence
    static QString explanation(const lens::Layer &layer);
    static QString check(lens::Check check); ///< what became of a checksum; empty: it is none
    static QString reach(lens::Reach reach); ///< why a packet was not read to its end; empty: it was
    /// What the field holds, as people write it: "192.168.0.1", "6 (TCP)", "set".
    static QString value(const lens::LayerField &field, QByteArrayView packet);
    static QString bytes(qint64 count);
};

} // namespace swb::ui
