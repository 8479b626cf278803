#pragma once

#include <QTranslator>

class QLocale;

namespace swb {

/// The language that both programs' sentences are in, from the catalogues that are built in. One for the
/// application, which must exist before speak(); main thread.
class Language
{
public:
    /// A locale without a catalogue of ours speaks English, and so does C, whatever LANGUAGE says (as in
    /// gettext). Also sets the default QLocale.
    void speak(const QLocale &locale);

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

} // namespace swb
