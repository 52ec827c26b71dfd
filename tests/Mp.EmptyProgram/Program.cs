// Nothing: what is left is the runtime itself.
return 0;
