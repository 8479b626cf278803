<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Composer</name>
    <message>
        <source>Composer</source>
        <translation>编辑区</translation>
    </message>
    <message>
        <source>What to send</source>
        <translation>要发送的内容</translation>
    </message>
    <message>
        <source>Enter sends one line, Ctrl+Enter always; Shift+Enter begins a new line. Alt+Up and Alt+Down bring back what was sent before.</source>
        <translation>Enter 发送单行内容，Ctrl+Enter 始终发送；Shift+Enter 换行。Alt+↑ 和 Alt+↓ 找回以前发送的内容。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send these bytes (Ctrl+Enter; Enter while the box is one line)</source>
        <translation>发送这些字节（Ctrl+Enter；只有一行时按 Enter）</translation>
    </message>
    <message>
        <source>How many bytes would be sent</source>
        <translation>将要发送的字节数</translation>
    </message>
    <message>
        <source>The bytes that would be sent</source>
        <translation>将要发送的字节</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>错误说明</translation>
    </message>
    <message>
        <source>Text mode</source>
        <translation>文本模式</translation>
    </message>
    <message>
        <source>What you type, in the connection&apos;s encoding</source>
        <translation>按连接的编码发送输入的文字</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Escapes mode</source>
        <translation>转义模式</translation>
    </message>
    <message>
        <source>Text with \r \n \t \0 \\, \xNN for a byte and \uNNNN for a character</source>
        <translation>文本，可用 \r \n \t \0 \\，\xNN 表示一个字节，\uNNNN 表示一个字符</translation>
    </message>
    <message>
        <source>Escapes</source>
        <translation>转义</translation>
    </message>
    <message>
        <source>Hex mode</source>
        <translation>十六进制模式</translation>
    </message>
    <message>
        <source>Two hex digits a byte; spaces, commas and 0x are fine</source>
        <translation>每个字节两位十六进制数；可以带空格、逗号和 0x</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>&amp;Line end</source>
        <translation>行尾(&amp;L)</translation>
    </message>
    <message>
        <source>Line end sent after the text</source>
        <translation>文本之后发送的行尾</translation>
    </message>
    <message>
        <source>What goes out behind the text; hex is sent as it stands</source>
        <translation>随文本之后发送；十六进制内容原样发送</translation>
    </message>
    <message>
        <source>Send &amp;to</source>
        <translation>发送给(&amp;T)</translation>
    </message>
    <message>
        <source>Who it is sent to</source>
        <translation>接收者</translation>
    </message>
</context>
<context>
    <name>EndpointOptions</name>
    <message>
        <source>&amp;Greeting</source>
        <translation>问候语(&amp;G)</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>问候语</translation>
    </message>
    <message>
        <source>Sent to each client as soon as it connects. \r \n \t \0 \xNN and \uNNNN are understood.</source>
        <translation>客户端一连接就发送。可用 \r \n \t \0 \xNN 和 \uNNNN。</translation>
    </message>
    <message>
        <source>&amp;Echo what arrives</source>
        <translation>原样回显收到的数据(&amp;E)</translation>
    </message>
    <message>
        <source>Every byte received goes back to who sent it</source>
        <translation>收到的每个字节都发回给发送者</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>回复(&amp;R)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>Delay before a reply</source>
        <translation>回复前的延时</translation>
    </message>
    <message>
        <source>How long the server waits before it replies</source>
        <translation>服务器回复之前等待的时间</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source>Close &amp;when</source>
        <translation>关闭条件(&amp;W)</translation>
    </message>
    <message>
        <source>Close when this text arrives</source>
        <translation>收到此文本时关闭</translation>
    </message>
    <message>
        <source>The connection ends when a piece that arrives is exactly this text; a line end behind it is ignored</source>
        <translation>收到的一段数据恰好是此文本时结束连接；末尾的换行忽略不计</translation>
    </message>
    <message>
        <source>this text arrives, such as exit</source>
        <translation>收到此文本，例如 exit</translation>
    </message>
    <message>
        <source>Close after the reply</source>
        <translation>回复后关闭</translation>
    </message>
    <message>
        <source>One question, one answer: the connection ends behind the reply</source>
        <translation>一问一答：回复之后连接结束</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>监听队列长度</translation>
    </message>
    <message>
        <source>Connections that may wait in the kernel until they are accepted; the system caps it (net.core.somaxconn)</source>
        <translation>可在内核中等待接受的连接数（backlog）；系统有上限（net.core.somaxconn）</translation>
    </message>
    <message>
        <source>How many clients are served at the same time; more wait in the kernel</source>
        <translation>同时服务多少个客户端；其余的在内核中等待</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>One client at a time</source>
        <translation>一次只服务一个客户端</translation>
    </message>
    <message>
        <source>The next client is accepted when the one before has gone, as in the first server of every tutorial</source>
        <translation>前一个客户端离开后才接受下一个，如同每本教程里的第一个服务器</translation>
    </message>
    <message>
        <source>SO_REUSEADDR: the port can be listened on again while old connections are still in TIME_WAIT</source>
        <translation>SO_REUSEADDR：旧连接仍处于 TIME_WAIT 时，端口也可再次监听</translation>
    </message>
    <message>
        <source>Local address</source>
        <translation>本地地址</translation>
    </message>
    <message>
        <source>The address of this computer that the connection comes from</source>
        <translation>连接从本机的哪个地址发出</translation>
    </message>
    <message>
        <source>the system chooses</source>
        <translation>由系统选择</translation>
    </message>
    <message>
        <source>Local port</source>
        <translation>本地端口</translation>
    </message>
    <message>
        <source>The port that the connection comes from; 0 or nothing lets the system choose</source>
        <translation>连接从哪个端口发出；0 或留空由系统选择</translation>
    </message>
    <message>
        <source>Connect timeout</source>
        <translation>连接超时</translation>
    </message>
    <message>
        <source>For all addresses of the host together</source>
        <translation>对该主机的所有地址合计</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>&amp;Keep half-open when the peer finishes</source>
        <translation>对端结束发送后保持半开(&amp;K)</translation>
    </message>
    <message>
        <source>After the peer&apos;s FIN the connection stays open for what is still to be sent; otherwise it closes once queued bytes are out</source>
        <translation>收到对端的 FIN 后连接仍保持打开，可继续发送；否则待发数据发完即关闭</translation>
    </message>
    <message>
        <source>&amp;Queue at most</source>
        <translation>发送队列上限(&amp;Q)</translation>
    </message>
    <message>
        <source>Write queue limit</source>
        <translation>发送队列上限</translation>
    </message>
    <message>
        <source>Bytes that may wait for one connection whose peer does not read; beyond that nothing more is taken</source>
        <translation>对端不读取时，一个连接最多可排队的字节数；超过后不再接收新数据</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Sent for each piece that arrives. Placeholders: {text} what arrived, {peer} who sent it, {size} its bytes, {time} now; {{ and }} are braces.</source>
        <translation>每收到一段数据就发送一次。占位符：{text} 收到的内容，{peer} 发送者，{size} 字节数，{time} 当前时间；{{ 和 }} 表示花括号本身。</translation>
    </message>
    <message>
        <source>Repl&amp;y after</source>
        <translation>回复延时(&amp;Y)</translation>
    </message>
    <message>
        <source>B&amp;acklog</source>
        <translation>监听队列长度(&amp;A)</translation>
    </message>
    <message>
        <source>Clients at &amp;most</source>
        <translation>客户端数上限(&amp;M)</translation>
    </message>
    <message>
        <source>Clients at most</source>
        <translation>客户端数上限</translation>
    </message>
    <message>
        <source>Re&amp;use the address at once</source>
        <translation>立即重用地址(&amp;U)</translation>
    </message>
    <message>
        <source>From &amp;address</source>
        <translation>本端地址(&amp;A)</translation>
    </message>
    <message>
        <source>Fro&amp;m port</source>
        <translation>本端端口(&amp;M)</translation>
    </message>
    <message>
        <source>Give &amp;up after</source>
        <translation>连接时限(&amp;U)</translation>
    </message>
</context>
<context>
    <name>EndpointPage</name>
    <message>
        <source>Opens a connection from this computer to this server, in the same encoding</source>
        <translation>从本机连接到此服务器，使用相同的编码</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>出错原因</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>端口(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>编码(&amp;N)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Role: server</source>
        <translation>角色：服务器</translation>
    </message>
    <message>
        <source>Waits for others to connect</source>
        <translation>等待别人来连接</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Role: client</source>
        <translation>角色：客户端</translation>
    </message>
    <message>
        <source>Connects to a server</source>
        <translation>连接到服务器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>C&amp;onnect a client to this server</source>
        <translation>连接一个客户端到此服务器(&amp;O)</translation>
    </message>
</context>
<context>
    <name>swb::bench::Sentences</name>
    <message>
        <source>%1 is not an address of this computer; choose one of its own.</source>
        <translation>%1 不是本机的地址；请选择本机的地址。</translation>
    </message>
    <message>
        <source>The host “%1” was not found; check the spelling.</source>
        <translation>找不到主机“%1”；请检查拼写。</translation>
    </message>
    <message>
        <source>The name “%1” could not be looked up; check the network, or use an address.</source>
        <translation>无法解析名称“%1”；请检查网络，或改用地址。</translation>
    </message>
    <message>
        <source>%1 is in use by another program or connection; choose another port or stop the other one.</source>
        <translation>%1 正被其他程序或连接占用；请换一个端口，或停止占用者。</translation>
    </message>
    <message>
        <source>Port %1 needs administrator rights; choose 1024 or higher.</source>
        <translation>端口 %1 需要管理员权限；请选择 1024 或更大的端口。</translation>
    </message>
    <message>
        <source>No free local port is left to connect to %1; close some connections or wait a minute.</source>
        <translation>没有空闲的本地端口可用于连接 %1；请关闭一些连接，或稍等一分钟。</translation>
    </message>
    <message>
        <source>%1 refused the connection: nothing listens on that port. Start the server first, or check the port.</source>
        <translation>%1 拒绝了连接：该端口上没有程序在监听。请先启动服务器，或检查端口。</translation>
    </message>
    <message>
        <source>%1 did not answer in time; check the address, and that no firewall swallows the connection.</source>
        <translation>%1 没有及时应答；请检查地址，以及是否有防火墙丢弃了连接。</translation>
    </message>
    <message>
        <source>There is no route to %1; check the network and the address.</source>
        <translation>没有到 %1 的路由；请检查网络和地址。</translation>
    </message>
    <message>
        <source>Connecting to %1 was cancelled.</source>
        <translation>已取消连接 %1。</translation>
    </message>
    <message>
        <source>The connection to %1 had met itself, for no server listens there; it was closed.</source>
        <translation>到 %1 的连接连上了自己，因为那里没有服务器在监听；连接已关闭。</translation>
    </message>
    <message>
        <source>No more connections can be opened: the limit of open files is reached. Clients wait until some close.</source>
        <translation>无法打开更多连接：已达到打开文件数的上限。客户端须等待其他连接关闭。</translation>
    </message>
    <message>
        <source>%1 reset the connection (RST).</source>
        <translation>%1 重置了连接（RST）。</translation>
    </message>
    <message>
        <source>Nothing more can be sent to %1: sending was finished or the connection has ended.</source>
        <translation>不能再向 %1 发送：已结束发送，或连接已经结束。</translation>
    </message>
    <message>
        <source>There is no connection to %1.</source>
        <translation>没有到 %1 的连接。</translation>
    </message>
    <message>
        <source>%1 does not read: the write queue stands at its limit. Wait until it has drained.</source>
        <translation>%1 没有读取数据：发送队列已满。请等它排空。</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>No permission for “%1”; choose another place.</source>
        <translation>没有权限访问“%1”；请选择别的位置。</translation>
    </message>
    <message>
        <source>“%1” cannot be written, for its place is read-only; choose another folder.</source>
        <translation>无法写入“%1”，因为所在位置是只读的；请选择别的文件夹。</translation>
    </message>
    <message>
        <source>The disk is full: “%1” cannot grow. Nothing is read or sent until there is room.</source>
        <translation>磁盘已满：“%1”无法增长。有空间之前不再读取和发送。</translation>
    </message>
    <message>
        <source>“%1” is not a recording (pcapng).</source>
        <translation>“%1”不是抓包文件（pcapng）。</translation>
    </message>
    <message>
        <source>“%1” is a capture of another program; only this program&apos;s recordings can be opened.</source>
        <translation>“%1”是其他程序的抓包文件；只能打开本程序的记录。</translation>
    </message>
    <message>
        <source>Another program is writing “%1”.</source>
        <translation>另一个程序正在写入“%1”。</translation>
    </message>
    <message>
        <source>There is no encoding named “%1”.</source>
        <translation>没有名为“%1”的编码。</translation>
    </message>
    <message>
        <source>The system reports: %1.</source>
        <translation>系统报告：%1。</translation>
    </message>
    <message>
        <source>%1: the system reports: %2.</source>
        <translation>%1：系统报告：%2。</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>正在监听 %1</translation>
    </message>
    <message>
        <source>Stopped listening on %1</source>
        <translation>已停止监听 %1</translation>
    </message>
    <message>
        <source>Accepting paused; who connects now waits in the queue</source>
        <translation>已暂停接受；新来的连接在队列中等待</translation>
    </message>
    <message>
        <source>Accepting again</source>
        <translation>恢复接受连接</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Connecting to %1 (%2)</source>
        <translation>正在连接 %1（%2）</translation>
    </message>
    <message>
        <source>Connected from %1 to %2</source>
        <translation>已从 %1 连接到 %2</translation>
    </message>
    <message>
        <source>Accepted %2 on %1</source>
        <translation>在 %1 接受了 %2</translation>
    </message>
    <message>
        <source>The peer finished sending (FIN)</source>
        <translation>对端结束发送（FIN）</translation>
    </message>
    <message>
        <source>We finished sending (FIN)</source>
        <translation>本端结束发送（FIN）</translation>
    </message>
    <message>
        <source>The peer reset the connection (RST)</source>
        <translation>对端重置了连接（RST）</translation>
    </message>
    <message>
        <source>We reset the connection (RST)</source>
        <translation>本端重置了连接（RST）</translation>
    </message>
    <message numerus="yes">
        <source>Closed; %n byte(s) were never sent</source>
        <translation>
            <numerusform>已关闭；%n 个字节未能发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>Reading stopped; the receive window fills and closes</source>
        <translation>已停止读取；接收窗口逐渐填满并关闭</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>恢复读取</translation>
    </message>
    <message>
        <source>“%1” at position %2 is no hex digit (0–9, a–f).</source>
        <translation>位置 %2 的“%1”不是十六进制数字（0–9、a–f）。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is half a byte; a byte is two hex digits.</source>
        <translation>位置 %2 的“%1”只是半个字节；一个字节要两位十六进制数字。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is no escape; known are \r \n \t \0 \\ \xNN \uNNNN.</source>
        <translation>位置 %2 的“%1”不是转义；可用的有 \r \n \t \0 \\ \xNN \uNNNN。</translation>
    </message>
    <message>
        <source>The escape “%1” at position %2 is not finished.</source>
        <translation>位置 %2 的转义“%1”不完整。</translation>
    </message>
    <message>
        <source>“%1” at position %2 names no character.</source>
        <translation>位置 %2 的“%1”不对应任何字符。</translation>
    </message>
    <message>
        <source>“%1” at position %2 cannot be written in %3.</source>
        <translation>位置 %2 的“%1”无法用 %3 表示。</translation>
    </message>
    <message>
        <source>The brace at position %1 is not closed; write {{ for a brace itself.</source>
        <translation>位置 %1 的花括号没有闭合；要写花括号本身请用 {{。</translation>
    </message>
    <message>
        <source>The brace at position %1 closes nothing; write }} for a brace itself.</source>
        <translation>位置 %1 的花括号没有对应的开头；要写花括号本身请用 }}。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is no escape, or cannot be written in the encoding.</source>
        <translation>位置 %2 的“%1”不是转义，或无法用该编码表示。</translation>
    </message>
    <message>
        <source>“%1” is not an address; write it like 192.168.0.1 or ::1.</source>
        <translation>“%1”不是地址；请写成 192.168.0.1 或 ::1 的形式。</translation>
    </message>
    <message>
        <source>%1 needs the name of a network interface of this computer behind it, like fe80::1%eth0.</source>
        <translation>%1 后面须写明本机的网络接口名，例如 fe80::1%eth0。</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>a size</comment>
        <translation>
            <numerusform>%n 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” already exists and is never overwritten; choose another name.</source>
        <translation>“%1”已存在，绝不会被覆盖；请换一个名字。</translation>
    </message>
    <message>
        <source>“%1” at position %2 is not a placeholder; there are {text}, {peer}, {size} and {time}.</source>
        <translation>位置 %2 的“%1”不是占位符；可用的有 {text}、{peer}、{size} 和 {time}。</translation>
    </message>
</context>
<context>
    <name>swb::cli</name>
    <message>
        <source>start a TCP server; prints each event</source>
        <translation>启动 TCP 服务器，打印每个事件</translation>
    </message>
    <message>
        <source>dial; stdin goes out, what arrives is printed</source>
        <translation>发起连接；发送标准输入，打印收到的数据</translation>
    </message>
    <message>
        <source>print a recording as text, JSON or raw bytes</source>
        <translation>以文本、JSON 或原始字节打印记录</translation>
    </message>
    <message>
        <source>verify a recording; say what is torn and where</source>
        <translation>校验记录，指出何处残缺</translation>
    </message>
    <message>
        <source>Usage: swb COMMAND [OPTIONS] OPERAND</source>
        <translation>用法：swb 命令 [选项] 操作数</translation>
    </message>
    <message>
        <source>swb COMMAND --help lists the options of a command.</source>
        <translation>swb 命令 --help 列出该命令的选项。</translation>
    </message>
    <message>
        <source>Exit codes: 0 fine; 1 the connection, file or check failed; 2 wrong use.</source>
        <translation>退出码：0 正常；1 连接、文件或校验失败；2 用法错误。</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>打印此帮助。</translation>
    </message>
    <message>
        <source>The encoding of texts, UTF-8 unless given.</source>
        <translation>文本的编码，默认为 UTF-8。</translation>
    </message>
    <message>
        <source>Print one JSON object a line.</source>
        <translation>每行打印一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Print the bytes of events as a hex dump.</source>
        <translation>以十六进制转储打印事件的字节。</translation>
    </message>
    <message>
        <source>Print exactly the bytes that arrived.</source>
        <translation>原样打印收到的字节。</translation>
    </message>
    <message>
        <source>Print no events, only what arrived and what failed.</source>
        <translation>不打印事件，只打印收到的数据和错误。</translation>
    </message>
    <message>
        <source>Record everything into a new pcapng file.</source>
        <translation>把一切记录到新的 pcapng 文件。</translation>
    </message>
    <message>
        <source>End after so many seconds.</source>
        <translation>经过这么多秒后结束。</translation>
    </message>
    <message>
        <source>Send this text first; may be given several times.</source>
        <translation>先发送此文本；可多次给出。</translation>
    </message>
    <message>
        <source>Send these bytes, written as hex digits.</source>
        <translation>发送这些以十六进制数字写出的字节。</translation>
    </message>
    <message>
        <source>Send the bytes of this file; - is stdin.</source>
        <translation>发送此文件的字节；- 表示标准输入。</translation>
    </message>
    <message>
        <source>End each sent text, and lines from stdin, with: none, lf or crlf.</source>
        <translation>发送的每段文本和标准输入各行的行尾：none、lf 或 crlf。</translation>
    </message>
    <message>
        <source>Texts hold escapes: \r \n \t \0 \\ \xNN \uNNNN.</source>
        <translation>文本中使用转义：\r \n \t \0 \\ \xNN \uNNNN。</translation>
    </message>
    <message>
        <source>End when the first connection has ended.</source>
        <translation>第一个连接结束后即结束。</translation>
    </message>
    <message>
        <source>End after the first answer.</source>
        <translation>收到第一个应答后即结束。</translation>
    </message>
    <message>
        <source>End connections by RST instead of FIN.</source>
        <translation>用 RST 而不是 FIN 结束连接。</translation>
    </message>
    <message>
        <source>Stay connected after the peer has finished sending.</source>
        <translation>对端结束发送后保持连接（半开）。</translation>
    </message>
    <message>
        <source>Finish sending (FIN) when stdin ends, and go on receiving.</source>
        <translation>标准输入结束时结束发送（FIN），并继续接收。</translation>
    </message>
    <message>
        <source>Send back every byte that arrives.</source>
        <translation>把收到的每个字节发回去。</translation>
    </message>
    <message>
        <source>Answer each read; {text} {peer} {size} {time} are filled in.</source>
        <translation>每收到一段数据就回复；占位符 {text} {peer} {size} {time} 会被替换。</translation>
    </message>
    <message>
        <source>Send this text to each client as it connects.</source>
        <translation>客户端一连接就向其发送此文本。</translation>
    </message>
    <message>
        <source>Wait before each answer.</source>
        <translation>每次回复之前等待的时间。</translation>
    </message>
    <message>
        <source>Close the connection when exactly this text arrives.</source>
        <translation>收到的数据恰好是此文本时关闭连接。</translation>
    </message>
    <message>
        <source>Close the connection after the first answer.</source>
        <translation>第一次回复后关闭连接。</translation>
    </message>
    <message>
        <source>Serve at most so many clients at once.</source>
        <translation>同时服务的客户端数上限。</translation>
    </message>
    <message>
        <source>Serve one client after the other.</source>
        <translation>一次只服务一个客户端，依次进行。</translation>
    </message>
    <message>
        <source>The length of the accept queue, 128 unless given.</source>
        <translation>监听队列的长度，默认为 128。</translation>
    </message>
    <message>
        <source>Do not set SO_REUSEADDR.</source>
        <translation>不设置 SO_REUSEADDR。</translation>
    </message>
    <message>
        <source>Only the connection of this number.</source>
        <translation>只限此编号的连接。</translation>
    </message>
    <message>
        <source>Only events of this name, like received; may be given several times.</source>
        <translation>只限此名称的事件，例如 received；可多次给出。</translation>
    </message>
    <message>
        <source>Only events that hold this text, also across their ends.</source>
        <translation>只限含有此文本的事件，跨事件边界的也算。</translation>
    </message>
    <message>
        <source>Only events that hold these bytes, written as hex digits.</source>
        <translation>只限含有这些字节的事件，字节以十六进制数字写出。</translation>
    </message>
    <message>
        <source>Unknown option --%1.</source>
        <translation>未知选项 --%1。</translation>
    </message>
    <message>
        <source>swb %1 needs %2.</source>
        <translation>swb %1 需要 %2。</translation>
    </message>
    <message>
        <source>“%1” is one operand too many.</source>
        <translation>“%1”是多余的操作数。</translation>
    </message>
    <message>
        <source>Usage: swb %1 [options] %2</source>
        <translation>用法：swb %1 [选项] %2</translation>
    </message>
    <message>
        <source>Choose one of --json, --hex and --raw.</source>
        <translation>--json、--hex 和 --raw 只能选一个。</translation>
    </message>
    <message>
        <source>--eol %1: choose none, lf or crlf.</source>
        <translation>--eol %1：请选择 none、lf 或 crlf。</translation>
    </message>
    <message>
        <source>--send-file -: a server sends to every client, and stdin can be read only once.</source>
        <translation>--send-file -：服务器要向每个客户端发送，而标准输入只能读取一次。</translation>
    </message>
    <message>
        <source>--event %1: there is no event of that name.</source>
        <translation>--event %1：没有此名称的事件。</translation>
    </message>
    <message>
        <source>--%1 %2: choose a number from %3 to %4.</source>
        <translation>--%1 %2：请选择 %3 到 %4 之间的数。</translation>
    </message>
    <message>
        <source>--%1 %2: choose a number of seconds above 0.</source>
        <translation>--%1 %2：请选择大于 0 的秒数。</translation>
    </message>
    <message>
        <source>“%1”: put an IPv6 address into brackets, like [::1]:9090.</source>
        <translation>“%1”：IPv6 地址须放在方括号内，例如 [::1]:9090。</translation>
    </message>
    <message>
        <source>“%1” is no port; a port is a number from %2 to 65535.</source>
        <translation>“%1”不是端口；端口是 %2 到 65535 之间的数。</translation>
    </message>
    <message>
        <source>“%1” names no host; write HOST:PORT.</source>
        <translation>“%1”没有写明主机；请写成 HOST:PORT。</translation>
    </message>
    <message>
        <source>No command: choose listen, connect, show or check; swb --help explains them.</source>
        <translation>没有命令：请选择 listen、connect、show 或 check；swb --help 有说明。</translation>
    </message>
    <message>
        <source>There is no command “%1”; choose listen, connect, show or check.</source>
        <translation>没有命令“%1”；请选择 listen、connect、show 或 check。</translation>
    </message>
    <message>
        <source>“%1” was not sent to its end.</source>
        <translation>“%1”没有全部发送完。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n byte(s) were never sent.</source>
        <translation>
            <numerusform>%1：%n 个字节未能发送。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is incomplete: its last %n byte(s) could not be written.</source>
        <translation>
            <numerusform>“%1”不完整：最后 %n 个字节未能写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged at byte %2; %3 byte(s) follow its last good record (%4).</source>
        <translation>
            <numerusform>“%1”在第 %2 字节处损坏；最后一条完好的记录之后还有 %3 个字节（%4）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is cut short: %3 byte(s) follow its last whole record, which ends at byte %2.</source>
        <translation>
            <numerusform>“%1”被截断：最后一条完整的记录在第 %2 字节处结束，其后还有 %3 个字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <comment>events, connections, bytes received, bytes sent</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 个事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 connection(s)</source>
        <translation>
            <numerusform>%1 个连接</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) received</source>
        <translation>
            <numerusform>收到 %1 字节</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) sent</source>
        <translation>
            <numerusform>发出 %1 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” grows again.</source>
        <translation>“%1”又能继续写入了。</translation>
    </message>
    <message>
        <source>Argument %1 is not UTF-8 (%2); bytes go out with --send-hex or --send-file.</source>
        <translation>第 %1 个参数不是 UTF-8（%2）；要发送原始字节，请用 --send-hex 或 --send-file。</translation>
    </message>
</context>
<context>
    <name>swb::ui::Actions</name>
    <message>
        <source>&amp;Open recording…</source>
        <translation>打开记录(&amp;O)…</translation>
    </message>
    <message>
        <source>reads a recorded pcapng file beside the running bench</source>
        <translation>在当前工作台旁读取一个已记录的 pcapng 文件</translation>
    </message>
    <message>
        <source>&amp;Save recording as…</source>
        <translation>记录另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>copies what is recorded so far to a file that Wireshark opens</source>
        <translation>把目前的记录复制为 Wireshark 可打开的文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;New server</source>
        <translation>新建服务器(&amp;N)</translation>
    </message>
    <message>
        <source>a form for a TCP server</source>
        <translation>填写一个 TCP 服务器</translation>
    </message>
    <message>
        <source>New &amp;client</source>
        <translation>新建客户端(&amp;C)</translation>
    </message>
    <message>
        <source>a form for a TCP client</source>
        <translation>填写一个 TCP 客户端</translation>
    </message>
    <message>
        <source>Connect a client to this &amp;server</source>
        <translation>连接一个客户端到此服务器(&amp;S)</translation>
    </message>
    <message>
        <source>dials it from this computer (SYN)</source>
        <translation>从本机发起连接（SYN）</translation>
    </message>
    <message>
        <source>S&amp;tart</source>
        <translation>启动(&amp;T)</translation>
    </message>
    <message>
        <source>starts what the form describes</source>
        <translation>启动表单所描述的端点</translation>
    </message>
    <message>
        <source>Stop &amp;listening</source>
        <translation>停止监听(&amp;L)</translation>
    </message>
    <message>
        <source>new clients are refused (RST); open connections live on</source>
        <translation>新客户端被拒绝（RST）；已有连接不受影响</translation>
    </message>
    <message>
        <source>&amp;Pause accepting</source>
        <translation>暂停接受(&amp;P)</translation>
    </message>
    <message>
        <source>the kernel goes on completing handshakes until the backlog is full</source>
        <translation>内核继续完成握手，直到监听队列填满</translation>
    </message>
    <message>
        <source>Clear &amp;ended connections</source>
        <translation>清除已结束的连接(&amp;E)</translation>
    </message>
    <message>
        <source>takes them off the bench; the recording keeps them</source>
        <translation>从工作台移除；记录中仍然保留</translation>
    </message>
    <message>
        <source>Re&amp;move from the bench</source>
        <translation>从工作台移除(&amp;M)</translation>
    </message>
    <message>
        <source>resets what is open (RST); the recording keeps all</source>
        <translation>重置仍打开的连接（RST）；记录中仍然保留</translation>
    </message>
    <message>
        <source>&amp;Finish sending</source>
        <translation>结束发送(&amp;F)</translation>
    </message>
    <message>
        <source>FIN behind the last queued byte; the peer may go on sending</source>
        <translation>半关闭：待发数据之后发出 FIN；对端仍可继续发送</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>queued bytes, then FIN; what the peer sends afterwards is answered with RST</source>
        <translation>发完待发数据，再发 FIN；对端之后发来的数据以 RST 应答</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>重置(&amp;R)</translation>
    </message>
    <message>
        <source>RST at once; queued bytes are never sent</source>
        <translation>立即发出 RST；待发数据不再发送</translation>
    </message>
    <message>
        <source>Stop rea&amp;ding</source>
        <translation>停止读取(&amp;D)</translation>
    </message>
    <message>
        <source>the receive window shrinks to zero and the peer has to wait</source>
        <translation>接收窗口缩小到零，对端只能等待</translation>
    </message>
    <message>
        <source>Go to the &amp;bench</source>
        <translation>转到工作台(&amp;B)</translation>
    </message>
    <message>
        <source>Go to the &amp;form</source>
        <translation>转到表单(&amp;F)</translation>
    </message>
    <message>
        <source>Go to the &amp;log</source>
        <translation>转到日志(&amp;L)</translation>
    </message>
    <message>
        <source>Go to the b&amp;ytes</source>
        <translation>转到字节(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the co&amp;mposer</source>
        <translation>转到编辑区(&amp;M)</translation>
    </message>
    <message>
        <source>Go to the &amp;encoding</source>
        <translation>转到编码(&amp;E)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Socket Workbench</source>
        <translation>关于 Socket Workbench(&amp;A)</translation>
    </message>
</context>
<context>
    <name>swb::ui::AddressList</name>
    <message>
        <source>this computer only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>this computer only, IPv6</source>
        <translation>仅本机，IPv6</translation>
    </message>
    <message>
        <source>this computer, by name</source>
        <translation>本机，按名称</translation>
    </message>
    <message>
        <source>every IPv4 address of this computer</source>
        <translation>本机的所有 IPv4 地址</translation>
    </message>
    <message>
        <source>every IPv6 address, and IPv4 where the system maps it</source>
        <translation>所有 IPv6 地址；系统做映射时也包括 IPv4</translation>
    </message>
    <message>
        <source>interface %1</source>
        <translation>接口 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an address and what it is</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>swb::ui::AppearanceMenus</name>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Lar&amp;ger text</source>
        <translation>放大文字(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>缩小文字(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>正常文字大小(&amp;N)</translation>
    </message>
</context>
<context>
    <name>swb::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>swb::ui::BenchModel</name>
    <message>
        <source>All connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>服务器 %1</translation>
    </message>
    <message>
        <source>Client to %1</source>
        <translation>客户端 → %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <comment>a connection&apos;s number and its state</comment>
        <translation>#%1 %2</translation>
    </message>
    <message>
        <source>Connection %1 with %2: %3, %4 received, %5 sent</source>
        <translation>连接 %1，对端 %2：%3，已收 %4，已发 %5</translation>
    </message>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>peer finished</source>
        <translation>对端已结束</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>本端已结束</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>已重置</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>监听中</translation>
    </message>
    <message>
        <source>accepting paused</source>
        <translation>已暂停接受</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1, reading stopped</source>
        <translation>%1，已停止读取</translation>
    </message>
</context>
<context>
    <name>swb::ui::BenchTree</name>
    <message>
        <source>Bench</source>
        <translation>工作台</translation>
    </message>
    <message>
        <source>Columns of the bench</source>
        <translation>工作台的列</translation>
    </message>
    <message>
        <source>Servers, clients and their connections</source>
        <translation>服务器、客户端及其连接</translation>
    </message>
</context>
<context>
    <name>swb::ui::BytesView</name>
    <message>
        <source>Bytes of the selected event</source>
        <translation>所选事件的字节</translation>
    </message>
    <message>
        <source>Bytes as text</source>
        <translation>以文本显示的字节</translation>
    </message>
    <message>
        <source>Bytes as hex</source>
        <translation>以十六进制显示的字节</translation>
    </message>
    <message>
        <source>Selected bytes</source>
        <translation>所选字节</translation>
    </message>
    <message>
        <source>This event carries no bytes.</source>
        <translation>此事件不含数据。</translation>
    </message>
    <message>
        <source>Select a row to see its bytes.</source>
        <translation>选择一行以查看其字节。</translation>
    </message>
    <message>
        <source>Copy the first %1 as &amp;text</source>
        <translation>将前 %1 复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>复制为文本(&amp;T)</translation>
    </message>
    <message>
        <source>Copy the first %1 as &amp;hex</source>
        <translation>将前 %1 复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy as &amp;hex</source>
        <translation>复制为十六进制(&amp;H)</translation>
    </message>
    <message>
        <source>Copy the first %1 as a &amp;C array</source>
        <translation>将前 %1 复制为 C 数组(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as a &amp;C array</source>
        <translation>复制为 C 数组(&amp;C)</translation>
    </message>
</context>
<context>
    <name>swb::ui::CommandLine</name>
    <message>
        <source>Starts a TCP server.</source>
        <translation>启动一个 TCP 服务器。</translation>
    </message>
    <message>
        <source>Connects a TCP client.</source>
        <translation>连接一个 TCP 客户端。</translation>
    </message>
    <message>
        <source>The encoding of what is started.</source>
        <translation>所启动端点的编码。</translation>
    </message>
    <message>
        <source>Starts an example: an echo server and two clients.</source>
        <translation>启动示例：一个回显服务器和两个客户端。</translation>
    </message>
    <message>
        <source>Saves a picture of the window and ends.</source>
        <translation>保存窗口截图后退出。</translation>
    </message>
    <message>
        <source>A desktop bench for sockets.</source>
        <translation>桌面上的套接字工作台。</translation>
    </message>
    <message>
        <source>A recording to open.</source>
        <translation>要打开的记录。</translation>
    </message>
    <message>
        <source>--encoding: no encoding is called “%1”</source>
        <translation>--encoding：没有名为“%1”的编码</translation>
    </message>
</context>
<context>
    <name>swb::ui::CommandRouter</name>
    <message numerus="yes">
        <source>%n open connection(s) end with a reset (RST) if this is removed. The recording keeps what passed.</source>
        <translation>
            <numerusform>移除后，%n 个打开的连接会被重置（RST）。已经过的内容仍保留在记录中。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
</context>
<context>
    <name>swb::ui::Composer</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <comment>line end</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>LF (\n)</source>
        <translation>LF (\n)</translation>
    </message>
    <message>
        <source>CR LF (\r\n)</source>
        <translation>CR LF (\r\n)</translation>
    </message>
    <message>
        <source>CR (\r)</source>
        <translation>CR (\r)</translation>
    </message>
    <message>
        <source>all clients of the server (%1)</source>
        <translation>服务器的所有客户端（%1 个）</translation>
    </message>
    <message>
        <source>this connection</source>
        <translation>此连接</translation>
    </message>
    <message>
        <source>Write what to send…</source>
        <translation>输入要发送的内容…</translation>
    </message>
    <message>
        <source>Write what to send, with \r \n \t \0 \xNN \uNNNN…</source>
        <translation>输入要发送的内容，可用 \r \n \t \0 \xNN \uNNNN…</translation>
    </message>
    <message>
        <source>Write what to send as hex: 48 65 6c 6c 6f</source>
        <translation>以十六进制输入要发送的内容：48 65 6c 6c 6f</translation>
    </message>
    <message>
        <source>%1   (Alt+Up: what was sent before)</source>
        <comment>%1 is a hint for an empty box</comment>
        <translation>%1 &#x3000;（Alt+↑：以前发送的内容）</translation>
    </message>
</context>
<context>
    <name>swb::ui::EndpointOptions</name>
    <message>
        <source>greets</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>echoes</source>
        <translation>回显</translation>
    </message>
    <message>
        <source>replies</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>closes after the reply</source>
        <translation>回复后关闭</translation>
    </message>
    <message>
        <source>closes on “%1”</source>
        <translation>收到“%1”时关闭</translation>
    </message>
    <message>
        <source>one client at a time</source>
        <translation>一次一个客户端</translation>
    </message>
    <message numerus="yes">
        <source>at most %n client(s)</source>
        <translation>
            <numerusform>最多 %n 个客户端</numerusform>
        </translation>
    </message>
    <message>
        <source>no address reuse</source>
        <translation>不重用地址</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>from port %1</source>
        <translation>来自端口 %1</translation>
    </message>
    <message>
        <source>keeps half-open</source>
        <translation>保持半开</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>swb::ui::EndpointPage</name>
    <message>
        <source>A&amp;ddress of this computer</source>
        <translation>本机地址(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>选项(&amp;O)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>an encoding and what differs from the defaults</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>TCP server</source>
        <translation>TCP 服务器</translation>
    </message>
    <message>
        <source>TCP client</source>
        <translation>TCP 客户端</translation>
    </message>
    <message>
        <source>New TCP server</source>
        <translation>新建 TCP 服务器</translation>
    </message>
    <message>
        <source>New TCP client</source>
        <translation>新建 TCP 客户端</translation>
    </message>
    <message>
        <source>Server on %1</source>
        <translation>服务器 %1</translation>
    </message>
    <message>
        <source>Client to %1</source>
        <translation>客户端 → %1</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>启动(&amp;S)</translation>
    </message>
    <message>
        <source>Starts it (Enter)</source>
        <translation>启动（Enter）</translation>
    </message>
    <message>
        <source>Stops listening: new clients are refused (RST), connections live on</source>
        <translation>停止监听：新客户端被拒绝（RST），已有连接不受影响</translation>
    </message>
    <message>
        <source>Gives up connecting; an open connection lives on</source>
        <translation>放弃连接；已打开的连接不受影响</translation>
    </message>
    <message>
        <source>Host name or a&amp;ddress</source>
        <translation>主机名或地址(&amp;D)</translation>
    </message>
    <message>
        <source>Sett&amp;ings</source>
        <translation>设置(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Try aga&amp;in</source>
        <translation>重试(&amp;I)</translation>
    </message>
</context>
<context>
    <name>swb::ui::Facts</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent %1, shown as %2</source>
        <translation>已发 %1，按 %2 显示</translation>
    </message>
    <message>
        <source>Received %1, shown as %2</source>
        <translation>已收 %1，按 %2 显示</translation>
    </message>
    <message>
        <source>%1 at offset %2 (0x%3)</source>
        <translation>%1，偏移 %2（0x%3）</translation>
    </message>
</context>
<context>
    <name>swb::ui::LogModel</name>
    <message>
        <source>1 byte</source>
        <translation>1 字节</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln 字节</numerusform>
        </translation>
    </message>
    <message>
        <source>listening</source>
        <translation>开始监听</translation>
    </message>
    <message>
        <source>stopped listening</source>
        <translation>停止监听</translation>
    </message>
    <message>
        <source>accepting paused</source>
        <translation>暂停接受</translation>
    </message>
    <message>
        <source>accepting resumed</source>
        <translation>恢复接受</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发出</translation>
    </message>
    <message>
        <source>peer finished</source>
        <translation>对端结束发送</translation>
    </message>
    <message>
        <source>finished sending</source>
        <translation>本端结束发送</translation>
    </message>
    <message>
        <source>reset by peer</source>
        <translation>被对端重置</translation>
    </message>
    <message>
        <source>reset by us</source>
        <translation>被本端重置</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>reading stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>reading resumed</source>
        <translation>恢复读取</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>received, 12 bytes, hello</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more rows, which are in the recording</source>
        <translation>
            <numerusform>… 还有 %n 行，都在记录中</numerusform>
        </translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>对端</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>swb::ui::LogView</name>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Columns of the log</source>
        <translation>日志的列</translation>
    </message>
    <message>
        <source>Show the newest rows and follow them</source>
        <translation>显示最新的行并跟随</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>rows below, not yet seen</comment>
        <translation>
            <numerusform>%n 条新事件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Follow the newest row</source>
        <translation>跟随最新的行(&amp;F)</translation>
    </message>
</context>
<context>
    <name>swb::ui::MainWindow</name>
    <message>
        <source>Not sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Recordings (*.pcapng)</source>
        <translation>记录文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>正在读取 %1 …</translation>
    </message>
    <message>
        <source>Not opened: %1</source>
        <translation>未能打开：%1</translation>
    </message>
    <message>
        <source>Save the recording as</source>
        <translation>记录另存为</translation>
    </message>
    <message>
        <source>Nothing is recorded, so there is nothing to save</source>
        <translation>没有记录，因此无可保存</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Not saved: %1</source>
        <translation>未能保存：%1</translation>
    </message>
    <message>
        <source>Nothing is recorded</source>
        <translation>未在记录</translation>
    </message>
    <message>
        <source>Recording to %1</source>
        <translation>正在记录到 %1</translation>
    </message>
    <message>
        <source>About Socket Workbench</source>
        <translation>关于 Socket Workbench</translation>
    </message>
    <message>
        <source>Socket Workbench %1</source>
        <translation>Socket Workbench %1</translation>
    </message>
    <message>
        <source>A desktop bench for sockets: exact bytes, the real kernel, the evidence on disk.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>桌面上的套接字工作台：精确的字节，真实的内核，证据留在磁盘上。
自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
    </message>
    <message>
        <source>Socket Workbench</source>
        <translation>Socket Workbench</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Bench</source>
        <translation>工作台(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Not recorded yet: %2. Reading and sending wait. %1</source>
        <translation>尚未写入记录：%2。读取和发送暂停。%1</translation>
    </message>
    <message>
        <source>%1 of the recording were not on disk at the end. %2</source>
        <translation>结束时，记录中有 %1 尚未写入磁盘。%2</translation>
    </message>
    <message>
        <source>Not saved: “%1” is this recording itself; choose another name</source>
        <translation>未保存：“%1”就是这份记录本身；请换一个名字</translation>
    </message>
</context>
<context>
    <name>swb::ui::PortMeaning</name>
    <message>
        <source>The system chooses a free port and shows it</source>
        <translation>由系统选择一个空闲端口并显示出来</translation>
    </message>
    <message>
        <source>Well-known (0–1023)</source>
        <translation>知名端口（0–1023）</translation>
    </message>
    <message>
        <source>Well-known (0–1023): %1</source>
        <translation>知名端口（0–1023）：%1</translation>
    </message>
    <message>
        <source>Registered (1024–49151), and this system gives %1–%2 to outgoing connections</source>
        <translation>注册端口（1024–49151）；本系统把 %1–%2 分配给外出连接</translation>
    </message>
    <message>
        <source>Registered (1024–49151)</source>
        <translation>注册端口（1024–49151）</translation>
    </message>
    <message>
        <source>Registered (1024–49151): %1</source>
        <translation>注册端口（1024–49151）：%1</translation>
    </message>
    <message>
        <source>Dynamic (49152–65535); this system gives %1–%2 to outgoing connections</source>
        <translation>动态端口（49152–65535）；本系统把 %1–%2 分配给外出连接</translation>
    </message>
    <message>
        <source>Dynamic (49152–65535); this system takes %1–%2 for outgoing connections, so not this one</source>
        <translation>动态端口（49152–65535）；本系统的外出连接使用 %1–%2，不含此端口</translation>
    </message>
    <message>
        <source>Dynamic (49152–65535)</source>
        <translation>动态端口（49152–65535）</translation>
    </message>
</context>
<context>
    <name>swb::ui::Question</name>
    <message>
        <source>Socket Workbench</source>
        <translation>Socket Workbench</translation>
    </message>
</context>
<context>
    <name>swb::ui::QuitGuard</name>
    <message>
        <source>%1 of the recording are not on disk and would be lost. %2</source>
        <translation>记录中有 %1 尚未写入磁盘，退出就会丢失。%2</translation>
    </message>
    <message>
        <source>&amp;Quit anyway</source>
        <translation>仍然退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Wait</source>
        <translation>等待(&amp;W)</translation>
    </message>
</context>
<context>
    <name>swb::ui::RecordingPlaceDialog</name>
    <message>
        <source>Where to record</source>
        <translation>记录到哪里</translation>
    </message>
    <message>
        <source>Every byte is recorded as it passes. Choose a folder for the recording, or go on without one: then nothing is kept, and there is no log to read.</source>
        <translation>经过的每个字节都会被记录。请选择存放记录的文件夹，或者不记录继续：那样什么都不会保留，也没有日志可看。</translation>
    </message>
    <message>
        <source>Folder for recordings</source>
        <translation>记录文件夹</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Record in this folder</source>
        <translation>记录到此文件夹(&amp;R)</translation>
    </message>
    <message>
        <source>Do &amp;not record</source>
        <translation>不记录(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>swb::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>编辑区</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send, while the text is one line</source>
        <translation>发送（文本只有一行时）</translation>
    </message>
</context>
<context>
    <name>swb::ui::SpecCheck</name>
    <message>
        <source>Nobody can be reached at port 0; type the port that the server listens on</source>
        <translation>端口 0 上联系不到任何人；请输入服务器监听的端口</translation>
    </message>
    <message>
        <source>No encoding is called “%1”; choose one from the list</source>
        <translation>没有名为“%1”的编码；请从列表中选择</translation>
    </message>
    <message>
        <source>Type a port from 0 to 65535; 0 lets the system choose</source>
        <translation>请输入 0 到 65535 的端口；0 由系统选择</translation>
    </message>
    <message>
        <source>A port is a number; “%1” at position %2 is not a digit</source>
        <translation>端口是数字；位置 %2 的“%1”不是数字</translation>
    </message>
    <message>
        <source>Ports end at 65535</source>
        <translation>端口最大为 65535</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of interfaces</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Only link-local addresses (fe80::…) take an interface; leave out “%1”</source>
        <translation>只有链路本地地址（fe80::…）才带接口；请去掉“%1”</translation>
    </message>
    <message>
        <source>This computer has no interface “%1”; it has %2</source>
        <translation>本机没有接口“%1”；有 %2</translation>
    </message>
    <message>
        <source>This is no IPv6 address; an example is ::1</source>
        <translation>这不是 IPv6 地址；例如 ::1</translation>
    </message>
    <message>
        <source>This is no IPv4 address: four numbers from 0 to 255 without leading zeros, such as 127.0.0.1</source>
        <translation>这不是 IPv4 地址：应为四个 0 到 255 的数，不带前导零，例如 127.0.0.1</translation>
    </message>
    <message>
        <source>A link-local address needs its interface: write %1%%2; this computer has %3</source>
        <translation>链路本地地址须写明接口：请写成 %1%%2；本机有 %3</translation>
    </message>
    <message>
        <source>Choose an address of this computer; 127.0.0.1 is reachable from this computer only</source>
        <translation>请选择本机的地址；127.0.0.1 只能从本机访问</translation>
    </message>
    <message>
        <source>This must be an address of this computer in numbers, such as 127.0.0.1; “%1” is a name</source>
        <translation>这里要填本机的数字地址，例如 127.0.0.1；“%1”是名称</translation>
    </message>
    <message>
        <source>No interface of this computer has this address; the list shows those that it has</source>
        <translation>本机没有接口使用此地址；列表中是本机拥有的地址</translation>
    </message>
    <message>
        <source>Type the server&apos;s name or address; 127.0.0.1 is this computer</source>
        <translation>请输入服务器的名称或地址；127.0.0.1 是本机</translation>
    </message>
    <message>
        <source>%1 stands for every address of a server and names no peer; 127.0.0.1 is this computer</source>
        <translation>%1 代表服务器的所有地址，不能作为连接目标；127.0.0.1 是本机</translation>
    </message>
    <message>
        <source>A host name has no “%1” (position %2)</source>
        <translation>主机名中不能有“%1”（位置 %2）</translation>
    </message>
    <message>
        <source>This is no host name</source>
        <translation>这不是主机名</translation>
    </message>
    <message>
        <source>This system keeps ports below %1 for administrators; choose %1 or higher</source>
        <translation>本系统把 %1 以下的端口留给管理员；请选择 %1 或更大的端口</translation>
    </message>
</context>
<context>
    <name>swb::ui::StartPage</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Every byte that passes is recorded.</source>
        <translation>经过的每个字节都会被记录。</translation>
    </message>
    <message>
        <source>Start a TCP server</source>
        <translation>启动 TCP 服务器</translation>
    </message>
    <message>
        <source>At once: 127.0.0.1, port 9090, UTF-8; it echoes what it hears</source>
        <translation>立即启动：127.0.0.1，端口 9090，UTF-8；回显收到的内容</translation>
    </message>
    <message>
        <source>A server at another address, port or encoding…</source>
        <translation>用其他地址、端口或编码的服务器…</translation>
    </message>
    <message>
        <source>Start a server at another address, port or encoding</source>
        <translation>用其他地址、端口或编码启动服务器</translation>
    </message>
    <message>
        <source>Connect a TCP client</source>
        <translation>连接 TCP 客户端</translation>
    </message>
    <message>
        <source>To a server, on this computer or elsewhere</source>
        <translation>连接到本机或别处的服务器</translation>
    </message>
    <message>
        <source>Open a recording</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Read what was recorded earlier</source>
        <translation>查看以前的记录</translation>
    </message>
    <message>
        <source>Nothing is recorded, so there will be no log to read.</source>
        <translation>现在不做记录，因此不会有日志可看。</translation>
    </message>
</context>
<context>
    <name>swb::ui::SubjectBar</name>
    <message>
        <source>Connection %1 with %2</source>
        <translation>连接 %1，对端 %2</translation>
    </message>
    <message>
        <source>dialled from %1</source>
        <translation>从 %1 发起</translation>
    </message>
    <message>
        <source>accepted at %1</source>
        <translation>在 %1 接受</translation>
    </message>
    <message>
        <source>reading stopped</source>
        <translation>已停止读取</translation>
    </message>
    <message>
        <source>%1 wait for the peer</source>
        <translation>%1 等待对端</translation>
    </message>
    <message>
        <source>the queue is full</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>%1 never sent</source>
        <translation>%1 未能发送</translation>
    </message>
    <message>
        <source>E&amp;ncoding</source>
        <translation>编码(&amp;N)</translation>
    </message>
    <message>
        <source>Encoding of this connection</source>
        <translation>此连接的编码</translation>
    </message>
    <message>
        <source>How the bytes are shown as text and text is made bytes; the recording never changes</source>
        <translation>字节如何显示为文字、文字如何变成字节；记录本身不变</translation>
    </message>
</context>
<context>
    <name>swb::ui::WorkPresenter</name>
    <message>
        <source>Port %1 is taken by another program; the system chose a free one</source>
        <translation>端口 %1 已被其他程序占用；系统选择了一个空闲端口</translation>
    </message>
    <message>
        <source>The last %1 of the file are no whole record and are not shown</source>
        <translation>文件末尾的 %1 不是完整的记录，未显示</translation>
    </message>
    <message>
        <source>All connections</source>
        <translation>所有连接</translation>
    </message>
    <message>
        <source>one timeline of everything on this bench</source>
        <translation>工作台上一切事件的时间线</translation>
    </message>
    <message>
        <source>This recording holds no events</source>
        <translation>此记录中没有事件</translation>
    </message>
    <message>
        <source>Nothing is recorded, so there is no log</source>
        <translation>没有记录，因此没有日志</translation>
    </message>
    <message>
        <source>What happens here is listed here, each event a row</source>
        <translation>这里发生的事件会逐行列出</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>还没有发生任何事件</translation>
    </message>
    <message>
        <source>This is a recording; nothing can be sent</source>
        <translation>这是记录文件，不能发送</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Select a connection to send to it</source>
        <translation>请选择一个连接来发送</translation>
    </message>
    <message>
        <source>Sending is finished (FIN)</source>
        <translation>已结束发送（FIN）</translation>
    </message>
    <message>
        <source>This connection is over</source>
        <translation>此连接已结束</translation>
    </message>
    <message>
        <source>No client is connected</source>
        <translation>没有已连接的客户端</translation>
    </message>
</context>
</TS>
