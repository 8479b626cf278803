#pragma once

#include "codec/encoding.h"

#include "pages/fieldcombo.h"

namespace swb::ui {

/// Every encoding, the usual ones on top. Typing searches names and aliases alike.
class EncodingCombo : public FieldCombo
{
    Q_OBJECT

public:
    explicit EncodingCombo(QWidget *parent = nullptr);

    /// What stands in the box, as the encoding it names or as it was typed.
    QString encodingName() const;
    std::optional<codec::Encoding> encoding() const;
    void setEncodingName(const QString &name); ///< emits nothing
    /// Goes back to the last good name when something unknown was typed and left. Off: a form explains it
    /// instead.
    void setRevertsUnknown(bool reverts) { m_revertsUnknown = reverts; }

Q_SIGNALS:
    /// Another good one was chosen or typed, by hand.
    void encodingChosen(const swb::codec::Encoding &encoding);

private:
    void fill();
    void add(const codec::Encoding &encoding);
    void settle();

    QString m_settled;
    bool m_revertsUnknown = false;
};

} // namespace swb::ui
