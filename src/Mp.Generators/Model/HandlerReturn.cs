namespace Mp.Generators.Model;

/// <summary>What a handler returns.</summary>
internal enum HandlerReturn
{
    Nothing,
    Boolean,
    Task,
    BooleanTask,
    ValueTask,
    BooleanValueTask,
}
