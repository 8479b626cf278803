#pragma once

#include "base/ids.h"
#include "codec/encoding.h"

#include <QWidget>

#include <memory>

class QStackedWidget;

namespace swb::journal {
class Recording;
}

namespace swb::ui {

class BytesView;
class EncodingCombo;
class EncodingView;
class LayersView;
class SegmentedSwitch;

/// How the event that is selected is looked at: its bytes, the layers of its packet, its bytes as characters.
enum class BytesLens
{
    Bytes,
    Layers,
    Encoding
};

/// The pane under the log: one event in one of three views. The switch between them stands on the line where
/// each says what is selected, so that it takes no height of its own.
class BytesPane : public QWidget
{
    Q_OBJECT

public:
    explicit BytesPane(QWidget *parent = nullptr);

    void setEvent(
        std::shared_ptr<const journal::Recording> recording, EventSeq seq, const codec::Encoding &encoding);
    void setEncoding(const codec::Encoding &encoding); ///< the same bytes, read differently
    void clear();

    BytesLens lens() const;
    void setLens(BytesLens lens);
    QString secondEncoding() const; ///< the one that stands below the bytes
    void setSecondEncoding(const QString &name);

    BytesView *bytes() const { return m_bytes; }
    LayersView *layers() const { return m_layers; }
    EncodingView *encoding() const { return m_encoding; }
    QSize minimumSizeHint() const override; ///< that of the bytes, whatever is shown
    QSize sizeHint() const override;

Q_SIGNALS:
    void lensChosen(swb::ui::BytesLens lens);
    void secondEncodingChosen(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void show(BytesLens lens);
    void retranslate();

    BytesView *m_bytes;
    LayersView *m_layers;
    EncodingView *m_encoding;
    QStackedWidget *m_views; ///< in the order of BytesLens, as the two below
    QStackedWidget *m_feet;
    SegmentedSwitch *m_switch;
    EncodingCombo *m_second;
};

} // namespace swb::ui
