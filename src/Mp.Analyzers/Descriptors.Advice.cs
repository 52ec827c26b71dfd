using Microsoft.CodeAnalysis;

namespace Mp.Analyzers;

/// <content>What handlers should not do in the turn of their port.</content>
internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor HandlerBlocks = Warning(
        "MP3001",
        Category.Advice,
        title: "A handler does not block",
        message: "'{0}' blocks the thread, and the port with it: no message is handled, and nothing that was awaited "
            + "goes on, until it returns; await instead");

    public static readonly DiagnosticDescriptor FunctionIsAsyncVoid = Warning(
        "MP3002",
        Category.Advice,
        title: "A function in a handler is not async void",
        message: "An 'async void' function can't be waited for: the port goes on before it has finished, and what it "
            + "throws does not reach the port's monitors; let it return a task");

    public static readonly DiagnosticDescriptor TaskIsDropped = Warning(
        "MP3003",
        Category.Advice,
        title: "A handler waits for the tasks that it starts",
        message: "Nobody waits for '{0}': the port goes on before it has finished, and what it throws is lost; "
            + "await it");

    public static readonly DiagnosticDescriptor StateIsTouchedElsewhere = Warning(
        "MP3004",
        Category.Advice,
        title: "A port's state is touched in its turn only",
        message: "'{0}' belongs to the port's turn, and this function runs on another thread; give it what it needs, "
            + "and let it send its result to the port");

    public static readonly DiagnosticDescriptor HandlerLeavesItsTurn = Warning(
        "MP3005",
        Category.Advice,
        title: "A handler stays in its port's turn",
        message: "After this await the handler goes on outside its port's turn, where '{0}' does not belong; remove "
            + "'ConfigureAwait'");
}
