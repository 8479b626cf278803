#pragma once

#include "models/encodingmodel.h"

#include <QWidget>

class QLabel;
class QSplitter;

namespace swb::ui {

class EncodingSheet;

/// The bytes around an event as characters of two encodings, with the cuts of the reads; what is current, in
/// words below.
class EncodingView : public QWidget
{
    Q_OBJECT

public:
    explicit EncodingView(QWidget *parent = nullptr);
    ~EncodingView() override;

    /// Reads around the event when the view is seen. Null: there is none.
    void setEvent(std::shared_ptr<const journal::Recording> recording, EventSeq seq);
    void setEncoding(const codec::Encoding &encoding); ///< in which the connection is read; stands above
    void setSecond(const codec::Encoding &encoding); ///< stands below
    void clear();

    EncodingModel *model() const { return m_model; }
    EncodingSheet *sheet() const { return m_sheet; }
    /// What is current, in words: stands under the view, unless whoever has the view puts it elsewhere.
    QLabel *foot() const { return m_foot; }
    QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void readEvent();
    void readLook();
    void retranslate();
    void takeCurrent(int row);

    std::shared_ptr<const journal::Recording> m_recording;
    EventSeq m_seq;
    bool m_isRead = true;
    EncodingModel *m_model;
    EncodingSheet *m_sheet;
    QLabel *m_empty;
    QSplitter *m_splitter;
    QLabel *m_facts; ///< of the piece with the current byte
    QLabel *m_foot; ///< of the byte itself
};

} // namespace swb::ui
