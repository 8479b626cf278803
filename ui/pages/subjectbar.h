#pragma once

#include "bench/status.h"
#include "codec/encoding.h"

#include <QWidget>

class QLabel;

namespace swb::ui {

class ElidedLabel;
class EncodingCombo;

/// The line above the log: whose log it is, how it stands with it, and in which encoding it is read.
class SubjectBar : public QWidget
{
    Q_OBJECT

public:
    explicit SubjectBar(QWidget *parent = nullptr);

    void showConnection(const bench::ConnectionStatus &status);
    /// A timeline or a recording. Empty: no encoding is offered.
    void showTitle(const QString &title, const QString &detail, const QString &encoding = {});
    void focusEncoding();

Q_SIGNALS:
    void encodingChosen(const swb::codec::Encoding &encoding);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showIcon();
    void showDetail(const QString &detail);
    QString facts(const bench::ConnectionStatus &status) const;

    QLabel *m_icon;
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
    QLabel *m_encodingLabel;
    EncodingCombo *m_encoding;
    bench::ConnectionStatus m_status; ///< id invalid: a title is shown
};

} // namespace swb::ui
